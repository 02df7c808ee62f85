import { ActionIcon, Button, Popover, TextInput, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconBlockquote,
  IconBold,
  IconItalic,
  IconLink,
  IconList,
  IconListNumbers,
  IconMessage2Bolt,
  type Icon,
} from '@tabler/icons-react';
import { useEditorState, type Editor } from '@tiptap/react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { fillReady, keywordsOf, offered, useReady } from '@/features/canned/ready';
import { useCommands } from '@/kit/commands';
import { PickDialog, Picker } from '@/kit/picker';
import { failed } from '@/kit/toast';
import classes from './composer.module.css';

const SCHEME = 'https://';
const ALL = Number.MAX_SAFE_INTEGER;

function LinkButton({ editor, active }: { editor: Editor; active: boolean }) {
  const { t } = useTranslation();
  const [opened, { close, toggle }] = useDisclosure(false);
  const [address, setAddress] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const href = /^[a-z]+:/i.test(address) ? address : `${SCHEME}${address}`;
    const chain = editor.chain().focus().extendMarkRange('link');
    if (!address) chain.unsetLink().run();
    else if (editor.state.selection.empty && !active) chain.insertContent({ type: 'text', text: address, marks: [{ type: 'link', attrs: { href } }] }).run();
    else chain.setLink({ href }).run();
    close();
  };
  return (
    <Popover opened={opened} onDismiss={close} position="top" trapFocus returnFocus>
      <Popover.Target>
        <Tooltip label={t('editor.link')}>
          <ActionIcon
            aria-label={t('editor.link')}
            aria-pressed={active}
            data-active={active || undefined}
            className={classes.tool}
            onClick={() => {
              setAddress((editor.getAttributes('link') as { href?: string }).href ?? '');
              toggle();
            }}
          >
            <IconLink size={17} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={submit} className={classes.linkForm}>
          <TextInput aria-label={t('editor.link_address')} placeholder={SCHEME} value={address} onChange={(e) => { setAddress(e.currentTarget.value); }} data-autofocus />
          <Button type="submit">{t('editor.link_set')}</Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

/** By the button, by the palette, or by a slash in the text. */
function ReadyButton({ editor, ticket }: { editor: Editor; ticket: string }) {
  const { t, i18n } = useTranslation();
  const [opened, { open, close }] = useDisclosure(false);
  const texts = useReady();
  const told = t('ready.insert');
  useCommands([{ id: 'ready-insert', label: told, group: t('palette.ticket'), act: open }]);
  const insert = (key: string) => {
    const chosen = texts.find((one) => one.key === key);
    if (!chosen) return;
    fillReady(chosen, ticket)
      .then(({ html }) => editor.chain().focus().insertContent(html).run())
      .catch(failed);
  };
  const list = {
    label: t('ready.title'),
    choices: offered(texts, '', i18n.language, ALL).map((one) => ({
      value: one.key,
      label: one.name,
      words: keywordsOf(one),
      hint: one.kind === 'answer' ? t('ready.answer') : one.language,
    })),
    choose: insert,
    empty: t('ready.none'),
  };
  return (
    <>
      <Picker {...list} told={told} look="plain" width={340}>
        <IconMessage2Bolt size={17} stroke={1.7} />
      </Picker>
      <PickDialog {...list} opened={opened} close={close} />
    </>
  );
}

/** The few marks a mail needs, and what is written already. */
export default function Toolbar({ editor, ticket }: { editor: Editor; ticket?: string }) {
  const { t } = useTranslation();
  const on = useEditorState({
    editor,
    selector: ({ editor: e }) => ({
      bold: e.isActive('bold'),
      italic: e.isActive('italic'),
      list: e.isActive('bulletList'),
      numbers: e.isActive('orderedList'),
      quote: e.isActive('blockquote'),
      link: e.isActive('link'),
    }),
  });
  const tools: [string, Icon, boolean, () => void][] = [
    [t('editor.bold'), IconBold, on.bold, () => editor.chain().focus().toggleBold().run()],
    [t('editor.italic'), IconItalic, on.italic, () => editor.chain().focus().toggleItalic().run()],
    [t('editor.list'), IconList, on.list, () => editor.chain().focus().toggleBulletList().run()],
    [t('editor.numbers'), IconListNumbers, on.numbers, () => editor.chain().focus().toggleOrderedList().run()],
    [t('editor.quote'), IconBlockquote, on.quote, () => editor.chain().focus().toggleBlockquote().run()],
  ];
  return (
    <div className={classes.tools} role="toolbar" aria-label={t('editor.toolbar')}>
      {ticket && <ReadyButton editor={editor} ticket={ticket} />}
      {tools.map(([label, Icon, active, act]) => (
        <Tooltip key={label} label={label}>
          <ActionIcon aria-label={label} aria-pressed={active} data-active={active || undefined} className={classes.tool} onClick={act}>
            <Icon size={17} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      ))}
      <LinkButton editor={editor} active={on.link} />
    </div>
  );
}
