import { Portal } from '@mantine/core';
import { Extension, type Range } from '@tiptap/react';
import { PluginKey } from '@tiptap/pm/state';
import Suggestion, { type SuggestionProps } from '@tiptap/suggestion';
import { useCallback, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient } from '@/api/query-client';
import type { CannedMessage } from '@/api/types';
import { cannedQuery, fillCanned, offered, previewOf } from '@/features/canned/canned';
import { failed } from '@/kit/toast';
import classes from './editor.module.css';

type Offer = SuggestionProps<CannedMessage, CannedMessage>;
type Show = (offer: Offer | null) => void;

interface Popup {
  offer: Offer | null;
  at: number;
  setAt: (at: number) => void;
  show: RefObject<{ offer: Show; press: (event: KeyboardEvent) => boolean }>;
}

export function useCannedPopup(): Popup {
  const [offer, setOffer] = useState<Offer | null>(null);
  const [at, setAt] = useState(0);
  const state = useRef({ offer: null as Offer | null, at: 0 });
  const move = useCallback((next: number) => {
    state.current.at = next;
    setAt(next);
  }, []);
  const show = useRef({
    offer: (next: Offer | null) => {
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

/** A slash at the start of a word offers the canned messages. */
export function cannedSlash(ticket: string, language: string, show: Popup['show']['current']) {
  return Extension.create({
    name: 'canned-messages',
    addProseMirrorPlugins() {
      const { editor } = this;
      const insert = (range: Range, message: CannedMessage) => {
        editor.chain().focus().deleteRange(range).run();
        fillCanned(message.id, ticket)
          .then(({ html }) => editor.chain().focus().insertContent(html).run())
          .catch(failed);
      };
      return [
        Suggestion<CannedMessage, CannedMessage>({
          editor,
          pluginKey: new PluginKey('canned-messages'),
          char: '/',
          allowSpaces: false,
          items: async ({ query }) => offered(await queryClient.fetchQuery(cannedQuery), query, language),
          command: ({ range, props }) => { insert(range, props); },
          render: () => ({
            onStart: show.offer,
            onUpdate: show.offer,
            onExit: () => { show.offer(null); },
            onKeyDown: ({ event }) => {
              if (event.key !== 'Escape') return show.press(event);
              show.offer(null);
              return true;
            },
          }),
        }),
      ];
    },
  });
}

export function CannedPopup({ popup }: { popup: Popup }) {
  const { t } = useTranslation();
  const { offer, at, setAt } = popup;
  const box = offer?.clientRect?.();
  if (!offer || !box || offer.items.length === 0) return null;
  return (
    <Portal>
      <div className={classes.canned} style={{ left: Math.min(box.left, window.innerWidth - 380), bottom: window.innerHeight - box.top + 6 }} role="listbox" aria-label={t('canned.title')}>
        {offer.items.map((message, index) => (
          <div
            key={message.id}
            role="option"
            aria-selected={index === at}
            className={classes.cannedItem}
            data-current={index === at || undefined}
            onPointerMove={() => { setAt(index); }}
            onPointerDown={(event) => {
              event.preventDefault();
              offer.command(message);
            }}
          >
            <span className={classes.cannedName}>
              {message.name}
              {message.language && <span className={classes.cannedLanguage}>{message.language}</span>}
            </span>
            <span className={classes.cannedText}>{previewOf(message.html)}</span>
          </div>
        ))}
      </div>
    </Portal>
  );
}
