import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** Rows drawn beyond the edge, so that a fast scroll meets no white. */
const BEYOND = 10;
/** Rows looked at to find one that is still there after a change. */
const SOUGHT = 30;

export interface Rows {
  first: number;
  last: number;
}

/** Which rows of one height are in sight: all that a list of a million draws. */
export function useRows(scroll: RefObject<HTMLElement | null>, count: number, height: number): Rows {
  const [seen, setSeen] = useState({ top: 0, size: 0 });

  useLayoutEffect(() => {
    const box = scroll.current;
    if (!box) return;
    const look = () => {
      const top = Math.floor(box.scrollTop / height);
      const size = Math.ceil(box.clientHeight / height);
      setSeen((before) => (before.top === top && before.size === size ? before : { top, size }));
    };
    look();
    const watch = new ResizeObserver(look);
    watch.observe(box);
    box.addEventListener('scroll', look, { passive: true });
    return () => {
      watch.disconnect();
      box.removeEventListener('scroll', look);
    };
  }, [scroll, height]);

  return { first: Math.max(0, seen.top - BEYOND), last: Math.min(count, seen.top + seen.size + BEYOND) };
}

/** Brings a row into sight by the shortest way. */
export function reveal(box: HTMLElement | null, index: number, height: number) {
  if (!box || index < 0) return;
  const top = index * height;
  if (top < box.scrollTop) box.scrollTop = top;
  else if (top + height > box.scrollTop + box.clientHeight) box.scrollTop = top + height - box.clientHeight;
}

/** How far the rows in sight moved: the first that is still there tells. */
export function shiftOf(before: readonly string[], after: readonly string[], top: number): number {
  for (let index = top; index < Math.min(before.length, top + SOUGHT); index++) {
    const at = after.indexOf(before[index] ?? '');
    if (at >= 0) return at - index;
  }
  return 0;
}

/** Keeps the row at the top edge where it is when rows come or go above it: mail never makes the list jump. */
export function useSteadyScroll(scroll: RefObject<HTMLElement | null>, ids: string[], height: number) {
  const before = useRef<readonly string[]>([]);
  useLayoutEffect(() => {
    const box = scroll.current;
    const was = before.current;
    before.current = ids;
    if (!box || box.scrollTop < height || was === ids) return;
    const shift = shiftOf(was, ids, Math.floor(box.scrollTop / height));
    if (shift !== 0) box.scrollBy({ top: shift * height, behavior: 'instant' });
  }, [scroll, ids, height]);
}
