import { keyText } from './commands';
import classes from './key.module.css';

export function Key({ name }: { name: string }) {
  return <kbd className={classes.key}>{keyText(name)}</kbd>;
}
