import { Extension, type Range } from '@tiptap/react';
import { PluginKey } from '@tiptap/pm/state';
import Suggestion from '@tiptap/suggestion';
import { useTranslation } from 'react-i18next';
import { queryClient } from '@/api/query-client';
import type { CannedMessage } from '@/api/types';
import { cannedQuery, fillCanned, offered, previewOf } from '@/features/canned/canned';
import { failed } from '@/kit/toast';
import classes from './editor.module.css';
import { shownIn, SuggestList, type SuggestPopup } from './suggest-popup';

/** A slash at the start of a word offers the canned messages. */
export function cannedSlash(ticket: string, language: string, show: SuggestPopup<CannedMessage>['show']['current']) {
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
          render: shownIn(show),
        }),
      ];
    },
  });
}

export function CannedPopup({ popup }: { popup: SuggestPopup<CannedMessage> }) {
  const { t } = useTranslation();
  return (
    <SuggestList
      popup={popup}
      label={t('canned.title')}
      left={(x) => Math.min(x, window.innerWidth - 380)}
      itemClass={classes.cannedItem}
      idOf={(message) => message.id}
    >
      {(message) => (
        <>
          <span className={classes.cannedName}>
            {message.name}
            {message.language && <span className={classes.cannedLanguage}>{message.language}</span>}
          </span>
          <span className={classes.cannedText}>{previewOf(message.html)}</span>
        </>
      )}
    </SuggestList>
  );
}
