import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FormEnd } from './form';

interface Props {
  opened: boolean;
  close: () => void;
  title: string;
  children: ReactNode;
  act: () => void;
  /** The verb on the button, never "OK". */
  verb: string;
  busy?: boolean;
  blocked?: boolean;
  /** Nothing is lost by it. */
  mild?: boolean;
}

/** Asks before what can't be taken back. */
export function Confirm({ opened, close, title, children, act, verb, busy, blocked, mild = false }: Props) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={close} title={title} centered>
      {children}
      <FormEnd>
        <Button variant="default" onClick={close} data-autofocus>
          {t('common.cancel')}
        </Button>
        <Button color={mild ? undefined : 'red'} onClick={act} loading={busy} disabled={blocked}>
          {verb}
        </Button>
      </FormEnd>
    </Modal>
  );
}
