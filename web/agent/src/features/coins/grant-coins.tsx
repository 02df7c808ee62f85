import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { agentsQuery } from '@/features/agents/agents';
import { useMay } from '@/features/session/session';
import { explain } from '@/kit/explain';
import { Columns, FormEnd, FormError } from '@/kit/form';
import { Section } from '@/kit/sheet';
import { told } from '@/kit/toast';
import { GRANT_MAX, REASON_LENGTH_MAX, useGrantCoins } from './coins';
import classes from './coins.module.css';

/** For whoever manages the workspace: coins by hand, with a reason all who look can read. */
export function GrantCoins() {
  const { t } = useTranslation();
  const may = useMay('workspace_manage');
  const { data: agents = [] } = useQuery(agentsQuery);
  const grant = useGrantCoins();
  const [agent, setAgent] = useState('');
  const [coins, setCoins] = useState<number>();
  const [reason, setReason] = useState('');
  if (!may) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!agent || !coins) return;
    grant.mutate(
      { agent, coins, reason: reason.trim() },
      {
        onSuccess: () => {
          told(t('coins.grant_done', { name: agents.find(({ id }) => id === agent)?.name ?? '' }));
          setCoins(undefined);
          setReason('');
        },
      },
    );
  };
  return (
    <Section title={t('coins.grant')} lead={t('coins.grant_lead')}>
      <form onSubmit={submit} className={classes.form} noValidate>
        <Columns>
          <NativeSelect label={t('coins.agent')} value={agent} onChange={(e) => { setAgent(e.currentTarget.value); }} data={[{ value: '', label: t('kudos.choose') }, ...agents.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }))]} />
          <NumberInput label={t('coins.amount')} description={t('coins.amount_hint')} inputWrapperOrder={['label', 'input', 'description']} min={-GRANT_MAX} max={GRANT_MAX} allowDecimal={false} value={coins ?? ''} onChange={(value) => { setCoins(typeof value === 'number' ? value : undefined); }} />
        </Columns>
        <TextInput label={t('coins.reason')} maxLength={REASON_LENGTH_MAX} value={reason} onChange={(e) => { setReason(e.currentTarget.value); }} />
        <FormError message={grant.error && explain(asProblem(grant.error), t)} />
        <FormEnd>
          <Button type="submit" loading={grant.isPending} disabled={!agent || !coins || !reason.trim()}>
            {t('coins.grant_act')}
          </Button>
        </FormEnd>
      </form>
    </Section>
  );
}
