import { Portal } from '@mantine/core';
import type { SuggestionOptions, SuggestionProps } from '@tiptap/suggestion';
import { useCallback, useRef, useState, type ReactNode, type RefObject } from 'react';
import classes from './editor.module.css';

type Offer<T> = SuggestionProps<T, T>;

/** What is offered while one types after a sign such as / or @, and which of it is current. */
export interface SuggestPopup<T> {
  offer: Offer<T> | null;
  at: number;
  setAt: (at: number) => void;
  show: RefObject<{ offer: (offer: Offer<T> | null) => void; press: (event: KeyboardEvent) => boolean }>;
}

export function useSuggestPopup<T>(): SuggestPopup<T> {
  const [offer, setOffer] = useState<Offer<T> | null>(null);
  const [at, setAt] = useState(0);
  const state = useRef({ offer: null as Offer<T> | null, at: 0 });
  const move = useCallback((next: number) => {
    state.current.at = next;
    setAt(next);
  }, []);
  const show = useRef({
    offer: (next: Offer<T> | null) => {
      state.current.offer = next;
      setOffer(next);
      move(0);
    },
    press: (event: KeyboardEvent) => {
      const { offer: now, at: from } = state.current;
      const count = now?.items.length ?? 0;
      if (!now || count === 0) return false;
      if (event.key === 'ArrowDown') move((from + 1) % count);
      else if (event.key === 'ArrowUp') move((from - 1 + count) % count);
      else if (event.key === 'Enter' || event.key === 'Tab') {
        const item = now.items[from];
        if (item) now.command(item);
      } else return false;
      return true;
    },
  });
  return { offer, at, setAt: move, show };
}

/** Keeps the popup in step with the editor; Escape closes it. */
export function shownIn<T>(show: SuggestPopup<T>['show']['current']): SuggestionOptions<T, T>['render'] {
  return () => ({
    onStart: show.offer,
    onUpdate: show.offer,
    onExit: () => { show.offer(null); },
    onKeyDown: ({ event }) => {
      if (event.key !== 'Escape') return show.press(event);
      show.offer(null);
      return true;
    },
  });
}

interface Offered<T> {
  popup: SuggestPopup<T>;
  label: string;
  /** Where the list's left edge is, from that of the typed sign, in px. */
  left: (x: number) => number;
  itemClass: string | undefined;
  idOf: (item: T) => string;
  children: (item: T) => ReactNode;
}

export function SuggestList<T>({ popup, label, left, itemClass, idOf, children }: Offered<T>) {
  const { offer, at, setAt } = popup;
  const box = offer?.clientRect?.();
  if (!offer || !box || offer.items.length === 0) return null;
  return (
    <Portal>
      <div className={classes.canned} style={{ left: left(box.left), bottom: window.innerHeight - box.top + 6 }} role="listbox" aria-label={label}>
        {offer.items.map((item, index) => (
          <div
            key={idOf(item)}
            role="option"
            aria-selected={index === at}
            className={itemClass}
            data-current={index === at || undefined}
            onPointerMove={() => { setAt(index); }}
            onPointerDown={(event) => {
              event.preventDefault();
              offer.command(item);
            }}
          >
            {children(item)}
          </div>
        ))}
      </div>
    </Portal>
  );
}
