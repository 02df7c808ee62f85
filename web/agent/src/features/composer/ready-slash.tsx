import { Extension, type Range } from '@tiptap/react';
import { PluginKey } from '@tiptap/pm/state';
import Suggestion from '@tiptap/suggestion';
import { useTranslation } from 'react-i18next';
import { fillReady, offered, previewOf, readyTexts, type Ready } from '@/features/canned/ready';
import { failed } from '@/kit/toast';
import classes from './editor.module.css';
import { shownIn, SuggestList, type SuggestPopup } from './suggest-popup';

/** A slash at the start of a word offers canned messages and predefined answers. */
export function readySlash(ticket: string, language: string, show: SuggestPopup<Ready>['show']['current']) {
  return Extension.create({
    name: 'ready-texts',
    addProseMirrorPlugins() {
      const { editor } = this;
      const insert = (range: Range, text: Ready) => {
        editor.chain().focus().deleteRange(range).run();
        fillReady(text, ticket)
          .then(({ html }) => editor.chain().focus().insertContent(html).run())
          .catch(failed);
      };
      return [
        Suggestion<Ready, Ready>({
          editor,
          pluginKey: new PluginKey('ready-texts'),
          char: '/',
          allowSpaces: false,
          items: async ({ query }) => offered(await readyTexts(), query, language),
          command: ({ range, props }) => { insert(range, props); },
          render: shownIn(show),
        }),
      ];
    },
  });
}

export function ReadyPopup({ popup }: { popup: SuggestPopup<Ready> }) {
  const { t } = useTranslation();
  return (
    <SuggestList
      popup={popup}
      label={t('ready.title')}
      left={(x) => Math.min(x, window.innerWidth - 380)}
      itemClass={classes.cannedItem}
      idOf={(text) => text.key}
    >
      {(text) => (
        <>
          <span className={classes.cannedName}>
            {text.name}
            <span className={classes.cannedLanguage}>{text.kind === 'answer' ? t('ready.answer') : text.language}</span>
          </span>
          <span className={classes.cannedText}>{previewOf(text.html)}</span>
        </>
      )}
    </SuggestList>
  );
}
