import { Button, Modal, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { agentsQuery } from '@/features/agents/agents';
import { useSession } from '@/features/session/session';
import { explain } from '@/kit/explain';
import { FormEnd, FormError } from '@/kit/form';
import { told } from '@/kit/toast';
import { allowanceQuery, MESSAGE_LENGTH_MAX, useGiveKudos } from './kudos';
import classes from './kudos.module.css';

const CODE_LENGTH_MAX = 20;

interface Props {
  close: () => void;
  /** Whom to thank, where that is clear. */
  to?: string;
  /** What for. */
  ticket?: string;
}

/** A few words of thanks to a colleague. */
export default function GiveKudos({ close, to, ticket }: Props) {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={close} title={t('kudos.give')} centered>
      <KudosForm close={close} to={to} ticket={ticket} />
    </Modal>
  );
}

function KudosForm({ close, to, ticket }: Props) {
  const { t } = useTranslation();
  const me = useSession().agent.id;
  const { data: agents = [] } = useQuery(agentsQuery);
  const { data: allowance } = useQuery(allowanceQuery);
  const give = useGiveKudos();
  const [agent, setAgent] = useState(to ?? '');
  const [message, setMessage] = useState('');
  const [code, setCode] = useState(ticket ?? '');
  const problem = give.error && asProblem(give.error);
  const named = problem?.of('to') ?? problem?.of('message') ?? problem?.of('ticket');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!agent) return;
    give.mutate(
      { to: agent, message: message.trim(), ...(code.trim() && { ticket: code.trim() }) },
      {
        onSuccess: () => {
          told(t('kudos.given', { name: agents.find(({ id }) => id === agent)?.name ?? '' }));
          close();
        },
      },
    );
  };
  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <NativeSelect
        label={t('kudos.to')}
        value={agent}
        onChange={(e) => { setAgent(e.currentTarget.value); }}
        data={[{ value: '', label: t('kudos.choose') }, ...agents.filter(({ id, active }) => active && id !== me).map(({ id, name }) => ({ value: id, label: name }))]}
        error={problem?.of('to')}
        data-autofocus={to ? undefined : true}
      />
      <Textarea label={t('kudos.message')} placeholder={t('kudos.message_hint')} autosize minRows={3} maxRows={8} maxLength={MESSAGE_LENGTH_MAX} value={message} onChange={(e) => { setMessage(e.currentTarget.value); }} error={problem?.of('message')} data-autofocus={to ? true : undefined} />
      <TextInput label={t('kudos.ticket')} maxLength={CODE_LENGTH_MAX} value={code} onChange={(e) => { setCode(e.currentTarget.value); }} error={problem?.of('ticket')} />
      {allowance && <p className={classes.left}>{t('kudos.left', { left: allowance.left, count: allowance.per_month })}</p>}
      <FormError message={problem && !named ? explain(problem, t) : null} />
      <FormEnd>
        <Button variant="default" onClick={close}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={give.isPending} disabled={!agent || !message.trim() || allowance?.left === 0}>
          {t('kudos.give')}
        </Button>
      </FormEnd>
    </form>
  );
}
