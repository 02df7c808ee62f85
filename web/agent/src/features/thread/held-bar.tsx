import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertTriangle, IconCalendarTime } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Message } from '@/api/types';
import { TimeDialog } from '@/kit/time-dialog';
import { exact } from '@/kit/time';
import { useReschedule, useSendNow, useTakeBack } from './held-message';
import { useMessageActs } from './message-acts';
import classes from './thread.module.css';

/** Below an answer that is not sent yet: when it goes, or why it does not, and what to do about it. */
export function HeldBar({ message, held }: { message: Message; held: NonNullable<Message['held']> }) {
  const { t, i18n } = useTranslation();
  const { code, write } = useMessageActs();
  const now = useSendNow(code);
  const move = useReschedule(code);
  const back = useTakeBack(code);
  const [choosing, { open, close }] = useDisclosure(false);
  const busy = now.isPending || move.isPending || back.isPending;
  const takeBack = () => {
    // The bar is gone with the message by then.
    back.mutateAsync(message.id).then(() => write?.(message.type === 'forward' ? 'forward' : 'reply'), () => undefined);
  };
  const Icon = held.stopped ? IconAlertTriangle : IconCalendarTime;
  return (
    <div className={classes.held} data-stopped={held.stopped ? true : undefined}>
      <span className={classes.heldWhy}>
        <Icon size={15} stroke={1.8} aria-hidden="true" />
        {held.stopped ? t(`held.${held.stopped}`) : held.undo ? t('held.undo') : t('held.at', { when: exact(new Date(held.send_at), i18n.language) })}
      </span>
      <span className={classes.heldActs}>
        <Button size="xs" variant="default" disabled={busy} onClick={takeBack}>
          {t(held.undo ? 'act.undo' : 'held.edit')}
        </Button>
        {!held.undo && (
          <>
            <Button size="xs" variant="default" disabled={busy} onClick={open}>
              {t('held.move')}
            </Button>
            <Button size="xs" variant={held.stopped ? 'filled' : 'default'} disabled={busy} onClick={() => { now.mutate(message.id); }}>
              {t(held.stopped ? 'composer.newer_send' : 'held.now')}
            </Button>
          </>
        )}
      </span>
      <TimeDialog opened={choosing} close={close} title={t('held.title')} verb={t('held.submit')} choose={(at) => { move.mutate({ id: message.id, at }); }} />
    </div>
  );
}
