import { Button, NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { RoutingNumbers } from '@/api/types';
import { explain } from '@/kit/explain';
import { FormEnd, FormError } from '@/kit/form';
import { Section } from '@/kit/sheet';
import { told } from '@/kit/toast';
import { useChangeRoutingNumbers } from './edit-routing';
import { routingNumbersQuery } from './routing';

const LIMITS = {
  give_back_minutes: [1, 1440],
  offer_seconds: [5, 3600],
  missed_offers_max: [0, 100],
  breathing_seconds: [0, 3600],
  away_minutes: [1, 1440],
  tickets_max: [1, 1000],
} as const;

const NAMES = Object.keys(LIMITS) as (keyof typeof LIMITS)[];

/** How the workspace hands out work. */
export function RoutingNumbersSection() {
  const { t } = useTranslation();
  const { data } = useQuery(routingNumbersQuery);
  return (
    <Section title={t('routing_numbers.title')} lead={t('routing_numbers.hint')}>
      {data && <NumbersForm key={data.version} numbers={data} />}
    </Section>
  );
}

function NumbersForm({ numbers }: { numbers: RoutingNumbers }) {
  const { t } = useTranslation();
  const [words, setWords] = useState(numbers);
  const change = useChangeRoutingNumbers();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(words, { onSuccess: () => { told(t('common.saved')); } });
  };
  return (
    <form onSubmit={submit}>
      {NAMES.map((name) => (
        <NumberInput
          key={name}
          mb="sm"
          label={t(`routing_numbers.${name}`)}
          min={LIMITS[name][0]}
          max={LIMITS[name][1]}
          value={words[name]}
          onChange={(value) => { if (typeof value === 'number') setWords((before) => ({ ...before, [name]: value })); }}
        />
      ))}
      <FormError message={change.error && explain(asProblem(change.error), t)} />
      <FormEnd>
        <Button type="submit" loading={change.isPending}>
          {t('common.save')}
        </Button>
      </FormEnd>
    </form>
  );
}
