import { useCallback, useLayoutEffect, useRef } from 'react';

/** If the editor has not come by then, the keys are everybody's again. */
const WITHIN_MS = 5_000;

/**
 * Keeps what is typed between asking for the composer and the editor being there. Without it the first letters of an answer
 * would be shortcuts, and "e" resolves. What comes back ends the keeping and gives the words.
 */
export function useEarlyKeys(wanted: boolean): () => string {
  const words = useRef('');
  const stop = useRef<() => void>(undefined);

  useLayoutEffect(() => {
    if (!wanted) return;
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.key.length === 1) words.current += event.key;
      else if (event.key === 'Enter') words.current += '\n';
      else if (event.key === 'Backspace') words.current = words.current.slice(0, -1);
      else return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    window.addEventListener('keydown', listen, true);
    const end = () => { window.removeEventListener('keydown', listen, true); };
    const timer = setTimeout(end, WITHIN_MS);
    stop.current = () => {
      clearTimeout(timer);
      end();
    };
    return stop.current;
  }, [wanted]);

  return useCallback(() => {
    stop.current?.();
    const typed = words.current;
    words.current = '';
    return typed;
  }, []);
}
