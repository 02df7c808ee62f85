import { ActionIcon, Button, FileButton, Menu, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconPaperclip, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Editor } from '@tiptap/react';
import { lazy, Suspense, useCallback, useEffect, useRef, useState, type DragEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { Message, Status, Ticket } from '@/api/types';
import { messagesQuery } from '@/features/tickets/tickets';
import { failed, told } from '@/kit/toast';
import { CcField } from './cc-field';
import { draftsQuery, isEmpty, NOTHING, type Words } from './draft';
import { DraftPast } from './draft-past';
import { NewerDialog } from './newer-dialog';
import { lastSaid, saidSince } from './newer';
import { FileList } from './file-list';
import { SaveMark } from './save-mark';
import { useSendMessage } from './send-message';
import { useDraft } from './use-draft';
import { useFiles } from './use-files';
import classes from './composer.module.css';

const SEND_AND_RESOLVE = 'Ctrl ⇧ ↵';

const RichEditor = lazy(() => import('./editor'));
const Toolbar = lazy(() => import('./toolbar'));

interface Props {
  ticket: Ticket;
  agent: string;
  initial: Words;
  unsaved: boolean;
  focus: boolean;
  /** Gives what was typed before the editor was there. */
  early: () => string;
  /** Goes on with the draft of another type; this one is kept. */
  turn: (type: 'reply' | 'note') => void;
  close: () => void;
  sent: (status: Status | undefined) => void;
}

/** Plain words as content of one paragraph. */
const asLine = (words: string) =>
  words.split('\n').flatMap((line, i) => [...(i > 0 ? [{ type: 'hardBreak' }] : []), ...(line ? [{ type: 'text', text: line }] : [])]);

export function Composer({ ticket, agent, initial, unsaved, focus, early, turn, close, sent }: Props) {
  const { t } = useTranslation();
  const { words, change, attach, saving, finish, adopt } = useDraft(agent, ticket.code, initial, unsaved);
  const { data: messages, refetch: readAgain } = useQuery(messagesQuery(ticket.code));
  const { uploading, add } = useFiles(attach);
  const send = useSendMessage(ticket.code);
  const [editor, setEditor] = useState<Editor>();
  const [cc, showCc] = useDisclosure(initial.cc.length > 0);
  const [over, setOver] = useState(false);
  const [asked, setAsked] = useState<{ status?: Status; newer: Message[] }>();
  const { data: drafts } = useQuery({ ...draftsQuery(ticket.code), enabled: false });
  useEffect(() => {
    const newer = drafts && adopt(drafts);
    if (newer) editor?.commands.setContent(newer.html, { emitUpdate: false });
  }, [drafts, adopt, editor]);
  // What had been said when the answer was begun.
  const seen = useRef(lastSaid(messages));
  useEffect(() => {
    seen.current ??= lastSaid(messages); // Begun before the thread was there.
  }, [messages]);

  const note = words.type === 'note';
  const empty = isEmpty(words);
  const ready = !empty && uploading.length === 0 && !send.isPending;

  const submit = (status?: Status, anyway = false) => {
    if (!ready) return;
    const newer = saidSince(messages, seen.current, agent);
    if (!note && !anyway && newer.length > 0) {
      setAsked({ status, newer });
      return;
    }
    send.mutate(
      { words, status, seen: anyway ? lastSaid(messages) : seen.current },
      {
        onSuccess: () => {
          finish({ ...NOTHING, type: 'reply' });
          editor?.commands.clearContent(false);
          told(t(note ? 'composer.note_added' : 'composer.on_its_way'), 'composer');
          close();
          sent(status);
        },
        onError: (error) => {
          if (asProblem(error).code !== 'newer-message') failed(error);
          else void readAgain().then(({ data }) => { setAsked({ status, newer: saidSince(data, seen.current, agent) }); });
        },
      },
    );
  };

  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit(event.shiftKey && !note ? 'resolved' : undefined);
    } else if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  };

  const drop = (event: DragEvent) => {
    setOver(false);
    if (event.defaultPrevented || event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    add([...event.dataTransfer.files]);
  };

  const begin = useCallback((fresh: Editor) => {
    setEditor(fresh);
    // With the focus the caret is known: what was typed so far goes there, and all that follows goes behind it.
    fresh.on('focus', () => {
      const typed = early();
      if (typed) fresh.commands.insertContent(asLine(typed));
    });
  }, [early]);

  const changed = useCallback((html: string) => { change({ html }); }, [change]);

  return (
    <section
      className={classes.composer}
      data-note={note || undefined}
      data-over={over || undefined}
      aria-label={t(note ? 'composer.note' : 'composer.reply')}
      onKeyDown={press}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => { setOver(false); }}
      onDrop={drop}
    >
      <div className={classes.top}>
        <div className={classes.tabs} role="group" aria-label={t('composer.kind')}>
          {(['reply', 'note'] as const).filter((type) => ticket.abilities[type] !== false).map((type) => (
            <button key={type} type="button" aria-pressed={words.type === type} className={classes.tab} onClick={() => {
              if (type !== words.type) turn(type);
              else editor?.commands.focus();
            }}>
              {t(`composer.${type}`)}
            </button>
          ))}
        </div>
        {!note && (
          <span className={classes.to} title={ticket.customer.email ?? ''}>
            {t('message.to', { who: ticket.customer.email ?? ticket.customer.name })}
            {!cc && (
              <button type="button" className={classes.cc} onClick={showCc.open}>
                {t('composer.cc')}
              </button>
            )}
          </span>
        )}
        {note && <span className={classes.to}>{t('composer.note_hint')}</span>}
        <Tooltip label={t('composer.fold')}>
          <ActionIcon size={24} aria-label={t('composer.fold')} onClick={close}>
            <IconX size={16} />
          </ActionIcon>
        </Tooltip>
      </div>
      {cc && !note && <CcField value={words.cc} change={(list) => { change({ cc: list }); }} />}
      <div className={classes.text} onClick={() => editor?.commands.focus()}>
        <Suspense fallback={<div className={classes.loading} />}>
          <RichEditor
            html={initial.html}
            label={t(note ? 'composer.note' : 'composer.reply')}
            placeholder={t(note ? 'mention.placeholder' : 'composer.placeholder')}
            ticket={ticket.code}
            mentions={note}
            autoFocus={focus}
            changed={changed}
            files={add}
            ready={begin}
          />
        </Suspense>
      </div>
      <FileList files={words.attachments} uploading={uploading} remove={(id) => { change({ attachments: words.attachments.filter((file) => file.id !== id) }); }} />
      <div className={classes.bottom}>
        <Suspense>{editor && <Toolbar editor={editor} ticket={ticket.code} />}</Suspense>
        <FileButton multiple onChange={add}>
          {(props) => (
            <Tooltip label={t('composer.attach')}>
              <ActionIcon {...props} aria-label={t('composer.attach')}>
                <IconPaperclip size={17} stroke={1.7} />
              </ActionIcon>
            </Tooltip>
          )}
        </FileButton>
        <span className={classes.grow} />
        <DraftPast
          code={ticket.code}
          type={words.type}
          bringBack={(older) => {
            change(older);
            editor?.commands.setContent(older.html, { emitUpdate: false });
            editor?.commands.focus('end');
          }}
        />
        <SaveMark saving={saving} empty={empty} />
        <Button.Group>
          <Button onClick={() => { submit(); }} loading={send.isPending} disabled={!ready} color={note ? 'yellow' : undefined} variant={note ? 'light' : 'filled'}>
            {t(note ? 'composer.add_note' : 'composer.send')}
          </Button>
          {!note && (
            <Menu position="top-end">
              <Menu.Target>
                <Button px={6} disabled={!ready} aria-label={t('composer.send_more')} className={classes.more}>
                  <IconChevronDown size={16} />
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => { submit('resolved'); }} rightSection={<kbd className={classes.kbd}>{SEND_AND_RESOLVE}</kbd>}>
                  {t('composer.send_resolve')}
                </Menu.Item>
                <Menu.Item onClick={() => { submit('pending'); }}>{t('composer.send_pending')}</Menu.Item>
                <Menu.Item onClick={() => { submit('open'); }}>{t('composer.send_open')}</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
        </Button.Group>
      </div>
      <NewerDialog
        opened={asked !== undefined}
        newer={asked?.newer ?? []}
        keep={() => {
          seen.current = lastSaid(messages);
          setAsked(undefined);
        }}
        send={() => {
          setAsked(undefined);
          submit(asked?.status, true);
        }}
      />
    </section>
  );
}
