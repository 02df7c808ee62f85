import { useLayoutEffect, useRef } from 'react';

const LARGEST = 1.25;
const SMALLEST = 0.5;
const STEP = 0.05;
/** What is narrower is a phone, which is scrolled. */
const WALL_MIN_WIDTH = 900;

/** Nobody scrolls a television: what is too much for it is written smaller, and what is little larger. */
export function useFit(what: unknown) {
  const page = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const fit = () => {
      const { current } = page;
      if (!current) return;
      const wall = window.innerWidth >= WALL_MIN_WIDTH;
      let scale = wall ? LARGEST : 1;
      current.style.setProperty('--fit', String(scale));
      while (wall && scale > SMALLEST && current.scrollHeight > window.innerHeight) {
        scale -= STEP;
        current.style.setProperty('--fit', scale.toFixed(2));
      }
    };
    fit();
    window.addEventListener('resize', fit);
    return () => { window.removeEventListener('resize', fit); };
  }, [what]);
  return page;
}
