import { mergeAttributes, Node } from '@tiptap/react';
import { PluginKey } from '@tiptap/pm/state';
import Suggestion from '@tiptap/suggestion';
import { useTranslation } from 'react-i18next';
import { get } from '@/api/client';
import { keys, queryClient } from '@/api/query-client';
import type { Page, Person } from '@/api/types';
import { AgentFace } from '@/features/agents/agent-face';
import { score } from '@/kit/fuzzy';
import classes from './editor.module.css';
import { shownIn, SuggestList, type SuggestPopup } from './suggest-popup';

const OFFERED_MAX = 8;
const FRESH_MS = 60_000;

/** Colleagues who may see the ticket. */
const mentionableQuery = (ticket: string) => ({
  queryKey: keys.mentionable(ticket),
  queryFn: async () => (await get<Page<Person>>(`/tickets/${ticket}/mentionable`)).items,
  staleTime: FRESH_MS,
});

/** An @ at the start of a word offers the colleagues; the note keeps the id of the one chosen. */
export function mention(ticket: string, show: SuggestPopup<Person>['show']['current']) {
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
          render: shownIn(show),
        }),
      ];
    },
  });
}

export function MentionPopup({ popup }: { popup: SuggestPopup<Person> }) {
  const { t } = useTranslation();
  return (
    <SuggestList
      popup={popup}
      label={t('mention.title')}
      left={(x) => Math.max(8, Math.min(x, window.innerWidth - 280))}
      itemClass={classes.mentionItem}
      idOf={(person) => person.id}
    >
      {(person) => (
        <>
          <AgentFace agent={person} size={22} />
          <span>{person.name}</span>
          <span className={classes.mentionEmail}>{person.email}</span>
        </>
      )}
    </SuggestList>
  );
}
