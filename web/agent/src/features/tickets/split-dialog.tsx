import { Button, Checkbox, Modal, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '@/api/types';
import { FormEnd } from '@/kit/form';
import { When } from '@/kit/time';
import { told } from '@/kit/toast';
import { useSplitTicket } from './split-ticket';
import { messagesQuery } from './tickets';
import classes from './join.module.css';

const SUBJECT_MAX = 500;
const SHOWN = 140;

interface Props {
  ticket: Ticket;
  /** The message it was asked for, chosen already. */
  first: string | null;
  opened: boolean;
  close: () => void;
}

/** Choose the messages that become a ticket of their own. */
export function SplitDialog({ ticket, first, opened, close }: Props) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={close} title={t('join.split_title')} size={560} centered>
      {opened && <Choose ticket={ticket} first={first} close={close} />}
    </Modal>
  );
}

function Choose({ ticket, first, close }: { ticket: Ticket; first: string | null; close: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data = [] } = useQuery(messagesQuery(ticket.code));
  const [chosen, setChosen] = useState<string[]>(first ? [first] : []);
  const [subject, setSubject] = useState(ticket.subject);
  const split = useSplitTicket(ticket.code);
  const messages = data.filter((message) => !message.held);
  const all = chosen.length >= data.length;
  const toggle = (id: string) => { setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]); };
  const submit = () => {
    const inOrder = messages.map((message) => message.id).filter((id) => chosen.includes(id));
    split.mutate({ messages: inOrder, subject: subject.trim() }, {
      onSuccess: (made) => {
        close();
        told(t('join.split_done', { code: made.code }), 'ticket-act');
        void navigate({ to: '/tickets/$code', params: { code: made.code }, search: (s) => s });
      },
    });
  };
  return (
    <>
      <p>{t('join.split_hint')}</p>
      <ul className={classes.messages}>
        {messages.map((message) => (
          <li key={message.id}>
            <Checkbox
              checked={chosen.includes(message.id)}
              onChange={() => { toggle(message.id); }}
              label={<><strong>{message.author.name}</strong> · <When at={message.at} /></>}
              description={message.new_text.slice(0, SHOWN)}
            />
          </li>
        ))}
      </ul>
      <TextInput label={t('ticket.subject')} value={subject} maxLength={SUBJECT_MAX} onChange={(event) => { setSubject(event.currentTarget.value); }} />
      {all && <p role="alert" className={classes.warning}>{t('join.split_all')}</p>}
      <FormEnd>
        <Button variant="default" onClick={close}>{t('common.cancel')}</Button>
        <Button onClick={submit} loading={split.isPending} disabled={chosen.length === 0 || all || !subject.trim()}>{t('join.split')}</Button>
      </FormEnd>
    </>
  );
}
