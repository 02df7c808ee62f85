import { useTranslation } from 'react-i18next';
import type { Ticket } from '@/api/types';
import { useCommands } from '@/kit/commands';
import { told } from '@/kit/toast';
import { useLinkTicket } from './link-ticket';
import { MergeDialog } from './merge-dialog';
import { printTicket } from './print-ticket';
import { SplitDialog } from './split-dialog';
import { TicketPicker } from './ticket-picker';

export type JoinDialog = 'merge' | 'link' | 'split' | null;

interface Props {
  ticket: Ticket;
  open: JoinDialog;
  /** The message that splitting was asked for. */
  message: string | null;
  show: (dialog: JoinDialog) => void;
}

/** Merging, linking and splitting the open ticket: dialogs, keys and the palette's commands. */
export function JoinDialogs({ ticket, open, message, show }: Props) {
  const { t } = useTranslation();
  const link = useLinkTicket(ticket.code);
  const close = () => { show(null); };
  const group = t('palette.ticket');
  const joins = ticket.abilities.reply !== false;
  useCommands([
    ...(joins
      ? [
          { id: 'merge', label: t('join.merge_into'), group, keys: ['m'], act: () => { show('merge'); } },
          { id: 'split', label: t('join.split_title'), group, act: () => { show('split'); } },
        ]
      : []),
    ...(ticket.abilities.edit !== false ? [{ id: 'link', label: t('join.link_to'), group, keys: ['l'], act: () => { show('link'); } }] : []),
    { id: 'print', label: t('act.print'), group, act: () => { printTicket(true); } },
    { id: 'print-outside', label: t('act.print_no_notes'), group, act: () => { printTicket(false); } },
  ]);
  return (
    <>
      <MergeDialog ticket={ticket} opened={open === 'merge'} close={close} />
      <SplitDialog ticket={ticket} first={message} opened={open === 'split'} close={close} />
      <TicketPicker
        opened={open === 'link'}
        close={close}
        label={t('join.link_to')}
        ticket={ticket}
        choose={(other) => {
          link.mutate(other.code, { onSuccess: () => { told(t('join.linked', { code: other.code }), 'ticket-act'); } });
        }}
      />
    </>
  );
}
