import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { Due } from '@/api/types';
import { explain } from '@/kit/explain';
import { FormError } from '@/kit/form';
import { Section } from '@/kit/sheet';
import { dueQuery } from './due';
import { momentIn, typedIn, type Hours } from './hours';
import classes from './business-hours.module.css';

const UNITS = { minutes: 60, hours: 3600 } as const;
const PAUSE_MS = 300;

/** Tries the hours out, also those not saved yet: a start and a time, and why that is due when it is. */
export function DueTester({ hours }: { hours: Hours }) {
  const { t, i18n } = useTranslation();
  const [from, setFrom] = useState(() => typedIn(hours.time_zone, new Date()));
  const [amount, setAmount] = useState<number | string>(8);
  const [unit, setUnit] = useState<keyof typeof UNITS>('hours');
  const [asked] = useDebouncedValue(hours, PAUSE_MS);
  const seconds = amount === '' ? NaN : Math.round(Number(amount) * UNITS[unit]);
  const { data, error } = useQuery(dueQuery(asked, momentIn(asked.time_zone, from)?.toISOString(), seconds));
  return (
    <Section title={t('hours.tester')} lead={t('hours.tester_hint')}>
      <div className={classes.tester}>
        <TextInput type="datetime-local" label={t('hours.tester_start')} value={from} onChange={(e) => { setFrom(e.currentTarget.value); }} />
        <NumberInput label={t('hours.tester_amount')} value={amount} onChange={setAmount} step={1} min={-100_000} max={100_000} />
        <NativeSelect
          label={t('hours.tester_unit')}
          value={unit}
          onChange={(e) => { setUnit(e.currentTarget.value as keyof typeof UNITS); }}
          data={(Object.keys(UNITS) as (keyof typeof UNITS)[]).map((value) => ({ value, label: t(`hours.unit_${value}`) }))}
        />
      </div>
      <div role="status">{data && !error && <Why due={data} zone={asked.time_zone} language={i18n.language} wanted={Math.abs(seconds)} />}</div>
      <FormError message={error && explain(asProblem(error), t)} />
    </Section>
  );
}

function Why({ due, zone, language, wanted }: { due: Due; zone: string; language: string; wanted: number }) {
  const { t } = useTranslation();
  const clock = (at: string) => new Date(at).toLocaleTimeString(language, { timeZone: zone, hour: '2-digit', minute: '2-digit' });
  const day = (at: string) => new Date(at).toLocaleDateString(language, { timeZone: zone, weekday: 'short', day: 'numeric', month: 'short' });
  const steps = due.steps ?? [];
  const counted = steps.reduce((sum, step) => sum + step.seconds, 0);
  return (
    <>
      {due.due && (
        <p className={classes.due}>
          {t('hours.due')} <strong>{new Date(due.due).toLocaleString(language, { timeZone: zone, dateStyle: 'full', timeStyle: 'short' })}</strong>
        </p>
      )}
      <ol className={classes.steps} aria-label={t('hours.steps')}>
        {steps.map((step) => (
          <li key={step.from}>
            <span>{day(step.from)}</span>
            <span>
              {clock(step.from)}–{clock(step.to)}
            </span>
            <span>{length(step.seconds, language)}</span>
          </li>
        ))}
      </ol>
      {counted < wanted && <p className={classes.closed}>{t('hours.steps_more')}</p>}
    </>
  );
}

const HOUR = 3600;
const MINUTE = 60;

/** "7 hr 30 min" in the reader's language. */
function length(seconds: number, language: string) {
  const unit = (amount: number, name: string) => new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'short' }).format(amount);
  const parts = [
    [Math.floor(seconds / HOUR), 'hour'],
    [Math.floor((seconds % HOUR) / MINUTE), 'minute'],
    [seconds % MINUTE, 'second'],
  ] as const;
  return parts.filter(([amount]) => amount > 0).map(([amount, name]) => unit(amount, name)).join(' ');
}
