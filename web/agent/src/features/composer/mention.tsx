import { Portal } from '@mantine/core';
import { mergeAttributes, Node } from '@tiptap/react';
import { PluginKey } from '@tiptap/pm/state';
import Suggestion, { type SuggestionProps } from '@tiptap/suggestion';
import { useCallback, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '@/api/client';
import { keys, queryClient } from '@/api/query-client';
import type { Page, Person } from '@/api/types';
import { Face } from '@/kit/face';
import { score } from '@/kit/fuzzy';
import classes from './editor.module.css';

const OFFERED_MAX = 8;
const FRESH_MS = 60_000;

type Offer = SuggestionProps<Person, Person>;
type Show = (offer: Offer | null) => void;

interface Popup {
  offer: Offer | null;
  at: number;
  setAt: (at: number) => void;
  show: RefObject<{ offer: Show; press: (event: KeyboardEvent) => boolean }>;
}

/** Colleagues who may see the ticket. */
const mentionableQuery = (ticket: string) => ({
  queryKey: keys.mentionable(ticket),
  queryFn: async () => (await get<Page<Person>>(`/tickets/${ticket}/mentionable`)).items,
  staleTime: FRESH_MS,
});

export function useMentionPopup(): Popup {
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

/** An @ at the start of a word offers the colleagues; the note keeps the id of the one chosen. */
export function mention(ticket: string, show: Popup['show']['current']) {
  return Node.create({
    name: 'mention',
    group: 'inline',
    inline: true,
    atom: true,
    selectable: false,
    addAttributes: () => ({
      id: { default: null, parseHTML: (element: HTMLElement) => element.getAttribute('data-mention'), renderHTML: ({ id }: { id: string }) => ({ 'data-mention': id }) },
      name: { default: '', parseHTML: (element: HTMLElement) => (element.textContent ?? '').replace(/^@/, ''), renderHTML: () => ({}) },
    }),
    parseHTML: () => [{ tag: 'span[data-mention]' }],
    renderHTML: ({ node, HTMLAttributes }) => ['span', mergeAttributes(HTMLAttributes), `@${String(node.attrs.name)}`],
    renderText: ({ node }) => `@${String(node.attrs.name)}`,
    addProseMirrorPlugins() {
      const { editor } = this;
      return [
        Suggestion<Person, Person>({
          editor,
          pluginKey: new PluginKey('mention'),
          char: '@',
          allowSpaces: false,
          items: async ({ query }) => {
            const people = await queryClient.fetchQuery(mentionableQuery(ticket));
            return people
              .map((person) => ({ person, points: Math.max(score(query, person.name), score(query, person.email.replace(/@.*/, ''))) }))
              .filter(({ points }) => points > 0)
              .sort((a, b) => b.points - a.points)
              .slice(0, OFFERED_MAX)
              .map(({ person }) => person);
          },
          command: ({ range, props: person }) => {
            editor
              .chain()
              .focus()
              .insertContentAt(range, [
                { type: 'mention', attrs: { id: person.id, name: person.name } },
                { type: 'text', text: ' ' },
              ])
              .run();
          },
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

export function MentionPopup({ popup }: { popup: Popup }) {
  const { t } = useTranslation();
  const { offer, at, setAt } = popup;
  const box = offer?.clientRect?.();
  if (!offer || !box || offer.items.length === 0) return null;
  return (
    <Portal>
      <div className={classes.canned} style={{ left: Math.max(8, Math.min(box.left, window.innerWidth - 280)), bottom: window.innerHeight - box.top + 6 }} role="listbox" aria-label={t('mention.title')}>
        {offer.items.map((person, index) => (
          <div
            key={person.id}
            role="option"
            aria-selected={index === at}
            className={classes.mentionItem}
            data-current={index === at || undefined}
            onPointerMove={() => { setAt(index); }}
            onPointerDown={(event) => {
              event.preventDefault();
              offer.command(person);
            }}
          >
            <Face name={person.name} size={22} />
            <span>{person.name}</span>
            <span className={classes.mentionEmail}>{person.email}</span>
          </div>
        ))}
      </div>
    </Portal>
  );
}
