import { colourOf } from './tags';
import classes from './tag-dot.module.css';

/** A small dot in the tag's colour; none for grey, which is no colour. The tag is always told by its name. */
export function TagDot({ colour }: { colour: string | undefined }) {
  const shown = colourOf(colour);
  return shown ? <span className={classes.dot} data-colour={shown} aria-hidden="true" /> : null;
}
