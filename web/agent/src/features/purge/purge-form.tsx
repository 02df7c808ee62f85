import { Button, NumberInput, Switch } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { explain } from '@/kit/explain';
import { FormEnd, FormError } from '@/kit/form';
import { told } from '@/kit/toast';
import { useChangePurge, type Purge } from './purge';

const USUAL = 30;
const DAYS_MAX = 3_650;

export function PurgeForm({ purge }: { purge: Purge }) {
  const { t } = useTranslation();
  const [goes, setGoes] = useState(purge.after_days !== null);
  const [days, setDays] = useState(purge.after_days ?? USUAL);
  const change = useChangePurge();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ after_days: goes ? days : null }, { onSuccess: () => { told(t('common.saved')); } });
  };
  return (
    <form onSubmit={submit}>
      <Switch label={t('purge.goes')} description={t('purge.goes_hint')} checked={goes} onChange={(e) => { setGoes(e.currentTarget.checked); }} mb="md" />
      {goes && (
        <NumberInput
          label={t('purge.days')}
          min={1}
          max={DAYS_MAX}
          allowDecimal={false}
          value={days}
          onChange={(value) => { if (typeof value === 'number') setDays(value); }}
          maw={240}
        />
      )}
      <FormError message={change.error && explain(asProblem(change.error), t)} />
      <FormEnd>
        <Button type="submit" loading={change.isPending}>
          {t('common.save')}
        </Button>
      </FormEnd>
    </form>
  );
}
