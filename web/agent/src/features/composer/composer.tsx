import { ActionIcon, Button, FileButton, Menu, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconPaperclip, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Editor } from '@tiptap/react';
import { lazy, Suspense, useCallback, useEffect, useRef, useState, type DragEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { Attachment, Message, Status, Ticket } from '@/api/types';
import { useTakeBack } from '@/features/thread/held-message';
import { participantsQuery } from '@/features/tickets/participants';
import { messagesQuery } from '@/features/tickets/tickets';
import { EndingDialog } from '@/features/words/ending-dialog';
import { useEndings } from '@/features/words/words';
import { TimeDialog } from '@/kit/time-dialog';
import { failed, told } from '@/kit/toast';
import { AddressField } from './address-field';
import { draftsQuery, isEmpty, NOTHING, type Words } from './draft';
import { DraftPast } from './draft-past';
import { NewerDialog } from './newer-dialog';
import { lastSaid, saidSince } from './newer';
import { FileList } from './file-list';
import { SaveMark } from './save-mark';
import { UNDO_SECONDS, useSendMessage } from './send-message';
import { offerUndo } from './undo-toast';
import { useDraft } from './use-draft';
import { useFiles } from './use-files';
import classes from './composer.module.css';

const SEND_AND_RESOLVE = 'Ctrl ⇧ ↵';
const FORWARDED_SHOWN = 160;

/** What happens along with the sending. */
interface Going {
  status?: Status;
  disposition?: string;
  sendAt?: string;
  /** Over what somebody wrote meanwhile. */
  anyway?: boolean;
}

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
  turn: (type: Words['type']) => void;
  close: () => void;
  sent: (status: Status | undefined) => void;
}

const lastFromCustomer = (messages: Message[] | undefined) => messages?.filter((message) => message.direction === 'in' && !message.aside).pop()?.id;

/** Plain words as content of one paragraph. */
const asLine = (words: string) =>
  words.split('\n').flatMap((line, i) => [...(i > 0 ? [{ type: 'hardBreak' }] : []), ...(line ? [{ type: 'text', text: line }] : [])]);

export function Composer({ ticket, agent, initial, unsaved, focus, early, turn, close, sent }: Props) {
  const { t } = useTranslation();
  const { words, change, attach, saving, finish, adopt } = useDraft(agent, ticket.code, initial, unsaved);
  const { data: messages, refetch: readAgain } = useQuery(messagesQuery(ticket.code));
  const { uploading, add } = useFiles(attach);
  const send = useSendMessage(ticket.code);
  const back = useTakeBack(ticket.code);
  const [editor, setEditor] = useState<Editor>();
  const [fields, showFields] = useDisclosure([...initial.to, ...initial.cc, ...initial.bcc].length > 0);
  const [later, chooseLater] = useDisclosure(false);
  const { data: people } = useQuery({ ...participantsQuery(ticket.code), enabled: initial.type === 'reply' });
  const [originals, setOriginals] = useState<Attachment[]>();
  const navigate = useNavigate();
  const [ending, setEnding] = useState(false);
  const endings = useEndings([ticket.department.id]);
  const [over, setOver] = useState(false);
  const [asked, setAsked] = useState<{ to: Going; newer: Message[] }>();
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
  const forward = words.type === 'forward';
  const forwarded = forward ? messages?.find((message) => message.id === (words.in_reply_to ?? lastFromCustomer(messages))) : undefined;
  const along = originals ?? forwarded?.attachments.filter((file) => !file.inline) ?? [];
  const empty = isEmpty(words) && !(forward && words.to.length > 0);
  const copied = (people ?? []).filter((one) => one.role === 'cc' && !words.cc.includes(one.email) && !words.to.includes(one.email));
  const ready = !empty && uploading.length === 0 && !send.isPending && !(forward && words.to.length === 0);

  const submit = (to: Going = {}) => {
    if (!ready) return;
    const { status, disposition, sendAt, anyway = false } = to;
    if (status === 'resolved' && !disposition && !ticket.disposition && endings.required) {
      setEnding(true);
      return;
    }
    const newer = saidSince(messages, seen.current, agent);
    if (!note && !anyway && newer.length > 0) {
      setAsked({ to, newer });
      return;
    }
    send.mutate(
      { words, status, disposition, sendAt, originals: forward ? along.map((file) => file.id) : [], seen: anyway ? lastSaid(messages) : seen.current },
      {
        onSuccess: (message) => {
          const { type } = words;
          finish({ ...NOTHING, type: 'reply' });
          editor?.commands.clearContent(false);
          if (message.held?.undo) {
            offerUndo(message.id, UNDO_SECONDS, () => {
              // The composer is gone by then, and maybe another ticket is open.
              const goBack = async () => {
                await back.mutateAsync(message.id);
                await navigate({ to: '/tickets/$code', params: { code: ticket.code }, search: (s) => s });
                turn(type);
              };
              goBack().catch(() => undefined); // Told already.
            });
          } else told(t(note ? 'composer.note_added' : sendAt ? 'held.scheduled' : 'composer.on_its_way'), 'composer');
          close();
          sent(status);
        },
        onError: (error) => {
          if (asProblem(error).code !== 'newer-message') failed(error);
          else void readAgain().then(({ data }) => { setAsked({ to, newer: saidSince(data, seen.current, agent) }); });
        },
      },
    );
  };

  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit(event.shiftKey && words.type === 'reply' ? { status: 'resolved' } : {});
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
      aria-label={t(`composer.${words.type}`)}
      data-aside={forward || undefined}
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
          {(['reply', 'forward', 'note'] as const).filter((type) => ticket.abilities[type === 'note' ? 'note' : 'reply'] !== false).map((type) => (
            <button key={type} type="button" aria-pressed={words.type === type} className={classes.tab} onClick={() => {
              if (type !== words.type) turn(type);
              else editor?.commands.focus();
            }}>
              {t(`composer.${type}`)}
            </button>
          ))}
        </div>
        {words.type === 'reply' && !fields && (
          <span className={classes.to} title={ticket.customer.email ?? ''}>
            {t('message.to', { who: ticket.customer.email ?? ticket.customer.name })}
            <button type="button" className={classes.cc} onClick={showFields.open}>
              {t('composer.cc')}
            </button>
          </span>
        )}
        {words.type === 'reply' && copied.length > 0 && (
          <button
            type="button"
            className={classes.cc}
            title={copied.map((one) => one.email).join(', ')}
            onClick={() => {
              change({ cc: [...words.cc, ...copied.map((one) => one.email)] });
              showFields.open();
            }}
          >
            {t('composer.cc_all', { count: copied.length })}
          </button>
        )}
        {forward && <span className={classes.to}>{t('composer.forward_hint')}</span>}
        {note && <span className={classes.to}>{t('composer.note_hint')}</span>}
        <Tooltip label={t('composer.fold')}>
          <ActionIcon size={24} aria-label={t('composer.fold')} onClick={close}>
            <IconX size={16} />
          </ActionIcon>
        </Tooltip>
      </div>
      {!note && (fields || forward) && (
        <>
          <AddressField name="to" value={words.to} change={(to) => { change({ to }); }} placeholder={forward ? undefined : (ticket.customer.email ?? undefined)} />
          <AddressField name="cc" value={words.cc} change={(list) => { change({ cc: list }); }} />
          <AddressField name="bcc" value={words.bcc} change={(bcc) => { change({ bcc }); }} />
        </>
      )}
      <div className={classes.text} onClick={() => editor?.commands.focus()}>
        <Suspense fallback={<div className={classes.loading} />}>
          <RichEditor
            html={initial.html}
            label={t(`composer.${words.type}`)}
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
      {forward && forwarded && (
        <p className={classes.forwarded}>{t('composer.forwards', { name: forwarded.author.name, text: forwarded.new_text.slice(0, FORWARDED_SHOWN) })}</p>
      )}
      {forward && <FileList files={along} uploading={[]} remove={(id) => { setOriginals(along.filter((file) => file.id !== id)); }} />}
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
                <Menu.Item onClick={chooseLater.open}>{t('composer.send_later')}</Menu.Item>
                <Menu.Item onClick={() => { submit({ status: 'resolved' }); }} rightSection={<kbd className={classes.kbd}>{SEND_AND_RESOLVE}</kbd>}>
                  {t('composer.send_resolve')}
                </Menu.Item>
                <Menu.Item onClick={() => { submit({ status: 'pending' }); }}>{t('composer.send_pending')}</Menu.Item>
                <Menu.Item onClick={() => { submit({ status: 'open' }); }}>{t('composer.send_open')}</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
        </Button.Group>
      </div>
      <TimeDialog opened={later} close={chooseLater.close} title={t('held.title')} verb={t('held.submit')} choose={(at) => { submit({ sendAt: at }); }} />
      <EndingDialog opened={ending} close={() => { setEnding(false); }} departments={[ticket.department.id]} choose={(disposition) => { submit({ status: 'resolved', disposition: disposition ?? undefined }); }} />
      <NewerDialog
        opened={asked !== undefined}
        newer={asked?.newer ?? []}
        keep={() => {
          seen.current = lastSaid(messages);
          setAsked(undefined);
        }}
        send={() => {
          setAsked(undefined);
          submit({ ...asked?.to, anyway: true });
        }}
      />
    </section>
  );
}
