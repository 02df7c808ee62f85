import { Placeholder } from '@tiptap/extensions';
import { EditorContent, useEditor, type Editor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '@/api/types';
import type { Ready } from '@/features/canned/ready';
import { mention, MentionPopup } from './mention';
import { ReadyPopup, readySlash } from './ready-slash';
import classes from './editor.module.css';
import { useSuggestPopup } from './suggest-popup';

const SAFE = ['http', 'https', 'mailto', 'tel'];

interface Props {
  html: string;
  label: string;
  placeholder: string;
  ticket?: string;
  /** Offers colleagues after an @: in notes. */
  mentions?: boolean;
  autoFocus: boolean;
  changed: (html: string) => void;
  files?: (files: File[]) => void;
  ready?: (editor: Editor) => void;
}

/** Rich text, as little of it as a mail needs. Loaded when the first answer is begun. */
export default function RichEditor({ html, label, placeholder, ticket, mentions = false, autoFocus, changed, files, ready }: Props) {
  const { i18n } = useTranslation();
  const popup = useSuggestPopup<Ready>();
  const { current: show } = popup.show;
  const people = useSuggestPopup<Person>();
  const { current: showPeople } = people.show;
  const calls = useRef({ changed, files });
  useEffect(() => {
    calls.current = { changed, files };
  });

  const extensions = useMemo(
    () => [
      StarterKit.configure({ heading: { levels: [2, 3] }, link: { openOnClick: false, protocols: SAFE, defaultProtocol: 'https' } }),
      Placeholder.configure({ placeholder }),
      ...(ticket ? [readySlash(ticket, i18n.language, show)] : []),
      ...(ticket && mentions ? [mention(ticket, showPeople)] : []),
    ],
    [placeholder, ticket, mentions, i18n.language, show, showPeople],
  );

  const editor = useEditor(
    {
      extensions,
      content: html,
      autofocus: autoFocus ? 'end' : false,
      immediatelyRender: true,
      onUpdate: ({ editor: e }) => { calls.current.changed(e.isEmpty ? '' : e.getHTML()); },
      editorProps: {
        attributes: { 'aria-label': label, role: 'textbox', 'aria-multiline': 'true', class: classes.text ?? '' },
        handlePaste: (_view, event) => {
          const pasted = [...(event.clipboardData?.files ?? [])];
          if (pasted.length === 0 || !calls.current.files) return false;
          calls.current.files(pasted);
          return true;
        },
        handleDrop: (_view, event) => {
          const dropped = [...(event.dataTransfer?.files ?? [])];
          if (dropped.length === 0 || !calls.current.files) return false;
          event.preventDefault();
          calls.current.files(dropped);
          return true;
        },
      },
    },
    [extensions, label],
  );

  useEffect(() => { ready?.(editor); }, [editor, ready]);

  return (
    <>
      <EditorContent editor={editor} className={classes.editor} />
      <ReadyPopup popup={popup} />
      <MentionPopup popup={people} />
    </>
  );
}
