import { useTagColour } from './tags';
import classes from './tag-dot.module.css';

/** A small dot in the tag's colour; none for grey, which is no colour. The tag is always told by its name. */
export function TagDot({ tag }: { tag: string }) {
  const colour = useTagColour(tag);
  return colour && colour !== 'gray' ? <span className={classes.dot} data-colour={colour} aria-hidden="true" /> : null;
}
