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
import { useQuery } from '@tanstack/react-query';
import { useEditorState, type Editor } from '@tiptap/react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { cannedQuery, fillCanned, keywordsOf, offered } from '@/features/canned/canned';
import { Picker } from '@/kit/picker';
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

function CannedButton({ editor, ticket }: { editor: Editor; ticket: string }) {
  const { t, i18n } = useTranslation();
  const { data = [] } = useQuery(cannedQuery);
  const insert = (id: string) => {
    fillCanned(id, ticket)
      .then(({ html }) => editor.chain().focus().insertContent(html).run())
      .catch(failed);
  };
  return (
    <Picker
      label={t('canned.title')}
      told={t('canned.insert')}
      look="plain"
      width={340}
      choices={offered(data, '', i18n.language, ALL).map((message) => ({
        value: message.id,
        label: message.name,
        words: keywordsOf(message),
        hint: message.language,
      }))}
      choose={insert}
      empty={t('canned.none')}
    >
      <IconMessage2Bolt size={17} stroke={1.7} />
    </Picker>
  );
}

/** The few marks a mail needs, and the canned messages. */
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
      {ticket && <CannedButton editor={editor} ticket={ticket} />}
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
