import type { Mark } from '@/api/types';
import classes from './search.module.css';

/** A text with what was found in it told apart. The server sends places, never markup. */
export function Marked({ text, marks }: { text: string; marks: Mark[] }) {
  const parts = marks.flatMap(({ start, end }, index) => [
    text.slice(marks[index - 1]?.end ?? 0, start),
    <mark key={start} className={classes.mark}>{text.slice(start, end)}</mark>,
  ]);
  return <>{[...parts, text.slice(marks.at(-1)?.end ?? 0)]}</>;
}
