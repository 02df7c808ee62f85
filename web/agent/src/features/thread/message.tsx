import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconDots, IconFileDownload, IconNote } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '@/api/types';
import { Face } from '@/kit/face';
import { When } from '@/kit/time';
import { Attachments } from './attachments';
import { MessageBody } from './body';
import { DeliveryMark } from './delivery';
import classes from './thread.module.css';

const NAMED_MAX = 2;

function Recipients({ message }: { message: Message }) {
  const { t } = useTranslation();
  const all = [...message.to, ...message.cc];
  if (message.type === 'note' || all.length === 0) return null;
  const more = all.length - NAMED_MAX;
  const full = [
    message.to.length > 0 && t('message.to', { who: message.to.join(', ') }),
    message.cc.length > 0 && t('message.cc', { who: message.cc.join(', ') }),
  ].filter(Boolean);
  return (
    <Tooltip label={<span style={{ whiteSpace: 'pre-line' }}>{full.join('\n')}</span>}>
      <span className={classes.recipients}>
        {t('message.to', { who: all.slice(0, NAMED_MAX).join(', ') })}
        {more > 0 && ` +${more}`}
      </span>
    </Tooltip>
  );
}

export const ThreadMessage = memo(function ThreadMessage({ message }: { message: Message }) {
  const { t } = useTranslation();
  const note = message.type === 'note';
  const name = message.author.name || message.author.email || t('message.system');
  return (
    <article className={classes.message} data-kind={note ? 'note' : message.direction} aria-label={t(note ? 'message.note_by' : 'message.by', { name })}>
      <header className={classes.who}>
        <Face name={name} size={28} />
        <div className={classes.names}>
          <span className={classes.author}>
            <strong>{name}</strong>
            {message.author.email && message.author.name && message.direction === 'in' && (
              <span className={classes.email}>{message.author.email}</span>
            )}
            {note && (
              <span className={classes.noteMark}>
                <IconNote size={13} aria-hidden="true" /> {t('message.note')}
              </span>
            )}
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
          {message.delivery && <DeliveryMark delivery={message.delivery} />}
          <When at={message.at} />
          {message.raw_url && (
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon size={24} aria-label={t('message.more')}>
                  <IconDots size={16} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item component="a" href={message.raw_url} download leftSection={<IconFileDownload size={16} />}>
                  {t('message.raw')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
        </span>
      </header>
      <MessageBody message={message} />
      <Attachments files={message.attachments} />
    </article>
  );
});
