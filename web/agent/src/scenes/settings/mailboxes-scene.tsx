import { ActionIcon, Button, Modal, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMailbox, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mailbox } from '@/api/types';
import { outgoingQuery, useDeleteMailbox } from '@/features/mailboxes/edit-mailbox';
import { MailboxForm } from '@/features/mailboxes/mailbox-form';
import { mailboxesQuery } from '@/features/mailboxes/mailboxes';
import { OutgoingForm } from '@/features/mailboxes/outgoing-form';
import { Confirm } from '@/kit/confirm';
import { Line, Lines, Section, Sheet } from '@/kit/sheet';
import { Failed, Waiting } from '@/kit/states';

export function MailboxesScene() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(mailboxesQuery);
  const { data: outgoing, error: outgoingError } = useQuery(outgoingQuery);
  const [adding, { open, close }] = useDisclosure(false);
  const [leaving, setLeaving] = useState<Mailbox>();
  const del = useDeleteMailbox();
  const stay = () => { setLeaving(undefined); };
  return (
    <Sheet
      title={t('settings.mailboxes')}
      lead={t('mailbox.lead')}
      action={
        <Button leftSection={<IconPlus size={16} />} onClick={open}>
          {t('mailbox.add')}
        </Button>
      }
    >
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={2} height={48} />}
      {data?.length === 0 && <p>{t('mailbox.none')}</p>}
      <Lines label={t('settings.mailboxes')}>
        {data?.map((mailbox) => (
          <Line
            key={mailbox.id}
            lead={<IconMailbox size={18} stroke={1.6} aria-hidden="true" />}
            title={mailbox.address}
            detail={mailbox.name}
            facts={mailbox.department?.name}
            actions={
              <Tooltip label={t('common.delete')}>
                <ActionIcon aria-label={t('common.delete_of', { name: mailbox.address })} onClick={() => { setLeaving(mailbox); }}>
                  <IconTrash size={16} />
                </ActionIcon>
              </Tooltip>
            }
          />
        ))}
      </Lines>
      <Section title={t('outgoing.title')} lead={t('outgoing.lead')}>
        {outgoingError && <Failed error={outgoingError} />}
        {outgoing && <OutgoingForm key={outgoing.url ?? ''} server={outgoing} />}
      </Section>
      <Modal opened={adding} onClose={close} title={t('mailbox.add')} centered>
        <MailboxForm done={close} />
      </Modal>
      <Confirm
        opened={leaving !== undefined}
        close={stay}
        title={t('mailbox.delete_title', { address: leaving?.address ?? '' })}
        verb={t('common.delete')}
        busy={del.isPending}
        act={() => { if (leaving) del.mutate(leaving.id, { onSuccess: stay }); }}
      >
        <p>{t('mailbox.delete_hint')}</p>
      </Confirm>
    </Sheet>
  );
}
