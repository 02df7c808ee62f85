import { Button, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Message } from '@/api/types';
import { FormEnd } from '@/kit/form';
import { When } from '@/kit/time';
import classes from './newer-dialog.module.css';

const SHOWN = 600;

interface Props {
  opened: boolean;
  newer: Message[];
  /** Go on writing, having seen it. */
  keep: () => void;
  send: () => void;
}

/** Before an answer goes out over words that came since it was begun. */
export function NewerDialog({ opened, newer, keep, send }: Props) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={keep} title={t('composer.newer_title')} centered>
      <p>{t('composer.newer')}</p>
      {newer.map((message) => (
        <blockquote key={message.id} className={classes.said}>
          <header>
            <strong>{message.author.name || message.author.email}</strong> <When at={message.at} />
          </header>
          <p>{(message.new_text ?? message.text).slice(0, SHOWN)}</p>
        </blockquote>
      ))}
      <FormEnd>
        <Button variant="default" onClick={keep} data-autofocus>
          {t('composer.newer_read')}
        </Button>
        <Button onClick={send}>{t('composer.newer_send')}</Button>
      </FormEnd>
    </Modal>
  );
}
