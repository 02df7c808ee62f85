import { Button, NativeSelect, NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { kpiSettingsQuery, SERVICE_LEVELS, useChangeKpiSettings, type KpiSettings } from '@/features/reports/settings';
import { explain } from '@/kit/explain';
import { Columns, FieldGroup, FormEnd, FormError } from '@/kit/form';
import { Sheet } from '@/kit/sheet';
import { Failed, Waiting } from '@/kit/states';
import { told } from '@/kit/toast';

/** How KPIs are reckoned here; every figure follows at once, the past too. */
export function KpiSettingsScene() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(kpiSettingsQuery);
  return (
    <Sheet title={t('settings.kpis')} lead={t('kpi_settings.lead')}>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={6} height={56} />}
      {data && <Form settings={data} />}
    </Sheet>
  );
}

const HOUR = 3_600;

function Form({ settings }: { settings: KpiSettings }) {
  const { t } = useTranslation();
  const [given, setGiven] = useState(settings);
  const save = useChangeKpiSettings();
  const problem = save.error && asProblem(save.error);
  const number = (name: Exclude<keyof KpiSettings, 'service_level_formula'>, options: { min: number; max: number; scale?: number; decimals?: number; suffix?: string }) => {
    const { min, max, scale = 1, decimals = 0, suffix } = options;
    return (
      <NumberInput
        label={t(`kpi_settings.${name}`)}
        value={given[name] / scale}
        onChange={(value) => { if (typeof value === 'number') setGiven((was) => ({ ...was, [name]: value * scale })); }}
        min={min}
        max={max}
        decimalScale={decimals}
        {...(suffix && { suffix: ` ${suffix}` })}
        error={problem?.of(name)}
      />
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(given, { onSuccess: () => { told(t('kpi_settings.saved')); } });
  };
  const seconds = t('kpi_settings.seconds');
  return (
    <form onSubmit={submit} noValidate>
      <FieldGroup title={t('kpi_settings.service_level')} hint={`${t(`service_level.${given.service_level_formula}`)} × 100`}>
        <NativeSelect
          label={t('kpi_settings.service_level_formula')}
          value={given.service_level_formula}
          onChange={(e) => {
            const formula = SERVICE_LEVELS.find((one) => one === e.currentTarget.value);
            if (formula) setGiven((was) => ({ ...was, service_level_formula: formula }));
          }}
          data={SERVICE_LEVELS.map((value) => ({ value, label: t(`service_level.${value}`) }))}
          error={problem?.of('service_level_formula')}
        />
        <Columns>
          {number('service_level_seconds', { min: 1, max: 600, suffix: seconds })}
          {number('short_abandon_seconds', { min: 0, max: 600, suffix: seconds })}
        </Columns>
      </FieldGroup>
      <FieldGroup title={t('kpi_settings.cases')}>
        <Columns>
          {number('fcr_window_days', { min: 1, max: 365, suffix: t('kpi_settings.days') })}
          {number('email_target_seconds', { min: 0.1, max: 720, scale: HOUR, decimals: 2, suffix: t('kpi_settings.hours') })}
        </Columns>
      </FieldGroup>
      <FieldGroup title={t('kpi_settings.weights')} hint={t('kpi_settings.weights_hint')}>
        <Columns>
          {number('call_weight', { min: 0, max: 100, decimals: 2 })}
          {number('chat_weight', { min: 0, max: 100, decimals: 2 })}
          {number('email_weight', { min: 0, max: 100, decimals: 2 })}
        </Columns>
      </FieldGroup>
      <FieldGroup title={t('kpi_settings.activities')} hint={t('kpi_settings.activities_hint')}>
        {number('activities_kept_months', { min: 0, max: 1200, suffix: t('kpi_settings.months') })}
      </FieldGroup>
      <FormError message={problem ? explain(problem, t) : null} />
      <FormEnd>
        <Button type="submit" loading={save.isPending}>
          {t('common.save')}
        </Button>
      </FormEnd>
    </form>
  );
}
