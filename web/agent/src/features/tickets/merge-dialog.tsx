import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useNavigate } from '@tanstack/react-router';
import type { Ticket } from '@/api/types';
import { FormEnd } from '@/kit/form';
import { useTellUndo } from './acts';
import { useMergeTicket, useUnmergeTicket } from './merge-ticket';
import { TicketPicker } from './ticket-picker';
import classes from './join.module.css';

const DONE = ['resolved', 'answered'];

/** What merging would do, said before it is done. */
function effects(from: Ticket, into: Ticket, t: TFunction): string[] {
  const tags = from.tags.filter((tag) => !into.tags.includes(tag));
  return [
    t('join.moves', { count: from.message_count, code: into.code }),
    ...(from.customer.id === into.customer.id ? [] : [t('join.in_copy', { name: from.customer.name })]),
    ...(tags.length > 0 ? [t('join.tags', { tags: tags.join(', ') })] : []),
    t('join.mails', { from: from.code, into: into.code }),
    ...(DONE.includes(into.status) ? [t('join.stays', { code: into.code, status: t(`status.${into.status}`) })] : []),
  ];
}

/** Choose the ticket that stays, see what will happen, merge. */
export function MergeDialog({ ticket, opened, close }: { ticket: Ticket; opened: boolean; close: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [into, setInto] = useState<Ticket>();
  const merge = useMergeTicket(ticket.code);
  const unmerge = useUnmergeTicket();
  const tell = useTellUndo();
  const done = () => {
    setInto(undefined);
    close();
  };
  const submit = () => {
    if (!into) return;
    merge.mutate(into.code, {
      onSuccess: () => {
        done();
        tell(t('join.merged', { from: ticket.code, into: into.code }), () => {
          unmerge.mutate(ticket.code, {
            onSuccess: () => void navigate({ to: '/tickets/$code', params: { code: ticket.code }, search: (s) => s }),
          });
        });
        void navigate({ to: '/tickets/$code', params: { code: into.code }, search: (s) => s });
      },
    });
  };
  return (
    <>
      <TicketPicker opened={opened && !into} close={close} asks label={t('join.merge_into')} ticket={ticket} choose={setInto} />
      <Modal opened={opened && into !== undefined} onClose={done} title={t('join.merge_title')} centered>
        {into && (
          <>
            <p className={classes.pair}>
              <span><code>{ticket.code}</code> {ticket.subject}</span>
              <span aria-hidden="true">↓</span>
              <span><code>{into.code}</code> {into.subject}</span>
            </p>
            <ul className={classes.effects}>
              {effects(ticket, into, t).map((effect) => <li key={effect}>{effect}</li>)}
            </ul>
          </>
        )}
        <FormEnd>
          <Button variant="default" onClick={done}>{t('common.cancel')}</Button>
          <Button onClick={submit} loading={merge.isPending} data-autofocus>{t('join.merge')}</Button>
        </FormEnd>
      </Modal>
    </>
  );
}
