import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowBackUpDouble, IconArrowForwardUp, IconArrowsSplit2, IconDots, IconFileDownload, IconHeart, IconNote, type Icon } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message, Rating } from '@/api/types';
import { AgentFace } from '@/features/agents/agent-face';
import { AgentBadges } from '@/features/game/agent-badges';
import { MessageRatings } from '@/features/ratings/message-ratings';
import { useSession } from '@/features/session/session';
import { Face } from '@/kit/face';
import { When } from '@/kit/time';
import { Attachments } from './attachments';
import { MessageBody } from './body';
import { DeliveryMark } from './delivery';
import { HeldBar } from './held-bar';
import { useMessageActs } from './message-acts';
import classes from './thread.module.css';

const NAMED_MAX = 2;

function Recipients({ message }: { message: Message }) {
  const { t } = useTranslation();
  const all = [...message.to, ...message.cc];
  if (message.type === 'note' || all.length + message.bcc.length === 0) return null;
  const more = all.length - NAMED_MAX;
  const full = [
    message.to.length > 0 && t('message.to', { who: message.to.join(', ') }),
    message.cc.length > 0 && t('message.cc', { who: message.cc.join(', ') }),
    message.bcc.length > 0 && t('message.bcc', { who: message.bcc.join(', ') }),
  ].filter(Boolean);
  return (
    <Tooltip label={<span style={{ whiteSpace: 'pre-line' }}>{full.join('\n')}</span>}>
      <span className={classes.recipients}>
        {all.length > 0 && t('message.to', { who: all.slice(0, NAMED_MAX).join(', ') })}
        {more > 0 && ` +${more}`}
        {message.bcc.length > 0 && ` ${t('message.bcc', { who: message.bcc.join(', ') })}`}
      </span>
    </Tooltip>
  );
}

/** What can be done with one message. */
function More({ message }: { message: Message }) {
  const { t } = useTranslation();
  const acts = useMessageActs();
  const me = useSession().agent.id;
  const mail = message.type !== 'note' && !message.held;
  const items: [string, Icon, ((message: Message) => void) | undefined, boolean][] = [
    [t('message.reply'), IconArrowBackUp, acts.reply, mail],
    [t('message.reply_all'), IconArrowBackUpDouble, acts.replyAll, mail && message.to.length + message.cc.length > 1],
    [t('message.forward'), IconArrowForwardUp, acts.forward, mail],
    [t('kudos.give'), IconHeart, acts.thank, !message.held && message.author.kind === 'agent' && message.author.id !== me],
    [t('join.split_this'), IconArrowsSplit2, acts.split, !message.held],
  ];
  const offered = items.filter(([, , act, fits]) => act && fits);
  if (offered.length === 0 && !message.raw_url) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size={24} aria-label={t('message.more')}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {offered.map(([label, Mark, act]) => (
          <Menu.Item key={label} leftSection={<Mark size={16} />} onClick={() => act?.(message)}>
            {label}
          </Menu.Item>
        ))}
        {message.raw_url && (
          <Menu.Item component="a" href={message.raw_url} download leftSection={<IconFileDownload size={16} />}>
            {t('message.raw')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

export const ThreadMessage = memo(function ThreadMessage({ message, ratings }: { message: Message; ratings?: Rating[] }) {
  const { t } = useTranslation();
  const note = message.type === 'note';
  const automatic = message.author.kind === 'system' && message.direction === 'out' && !note;
  const name = automatic ? t('message.automatic') : message.author.name || message.author.email || t('message.system');
  return (
    <article className={classes.message} data-kind={note ? 'note' : message.aside ? 'aside' : message.direction} data-held={message.held ? true : undefined} aria-label={t(note ? 'message.note_by' : 'message.by', { name })}>
      <header className={classes.who}>
        {message.author.kind === 'agent' && message.author.id ? <AgentFace agent={{ id: message.author.id, name }} size={28} /> : <Face name={name} size={28} />}
        <div className={classes.names}>
          <span className={classes.author}>
            <strong>{name}</strong>
            {message.author.kind === 'agent' && message.author.id && <AgentBadges agent={message.author.id} />}
            {message.author.email && message.author.name && message.direction === 'in' && (
              <span className={classes.email}>{message.author.email}</span>
            )}
            {note && (
              <span className={classes.noteMark}>
                <IconNote size={13} aria-hidden="true" /> {t('message.note')}
              </span>
            )}
            {message.aside && (
              <Tooltip label={t('message.aside_hint')} multiline w={260}>
                <span className={classes.asideMark} tabIndex={0}>
                  <IconArrowForwardUp size={13} aria-hidden="true" /> {t(message.type === 'forward' ? 'message.forwarded' : 'message.aside')}
                </span>
              </Tooltip>
            )}
            {message.merged_from && <span className={classes.mergedFrom}>{t('message.merged_from', { code: message.merged_from })}</span>}
            {message.new_sender && (
              <Tooltip label={t('message.new_sender_hint')} multiline w={260}>
                <span className={classes.newSender} tabIndex={0}>
                  {t('message.new_sender')}
                </span>
              </Tooltip>
            )}
          </span>
          <Recipients message={message} />
        </div>
        <span className={classes.meta}>
          {message.delivery && !message.held && <DeliveryMark delivery={message.delivery} />}
          <When at={message.at} />
          <More message={message} />
        </span>
      </header>
      <MessageBody message={message} />
      <Attachments files={message.attachments} />
      {ratings && <MessageRatings ratings={ratings} />}
      {message.held && <HeldBar message={message} held={message.held} />}
    </article>
  );
});
