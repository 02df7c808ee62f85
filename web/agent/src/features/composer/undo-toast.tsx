import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './composer.module.css';

const SECOND_MS = 1_000;

function Countdown({ seconds, undo }: { seconds: number; undo: () => void }) {
  const { t } = useTranslation();
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const timer = setInterval(() => { setLeft((now) => Math.max(0, now - 1)); }, SECOND_MS);
    return () => { clearInterval(timer); };
  }, []);
  return (
    <span className={classes.undo}>
      <span>{t('composer.sending_in', { count: left })}</span>
      <Button size="xs" variant="default" disabled={left === 0} onClick={undo}>
        {t('act.undo')}
      </Button>
    </span>
  );
}

/** For the seconds in which an answer can be taken back. */
export function offerUndo(message: string, seconds: number, undo: () => void) {
  const id = `undo-${message}`;
  notifications.hide('composer');
  notifications.show({
    id,
    autoClose: seconds * SECOND_MS,
    withCloseButton: false,
    message: (
      <Countdown
        seconds={seconds}
        undo={() => {
          notifications.hide(id);
          undo();
        }}
      />
    ),
  });
}
