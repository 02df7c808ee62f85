import { Button, NativeSelect, NumberInput, Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { Backtest, Badge, BadgeWish } from '@/api/types';
import { explain } from '@/kit/explain';
import { Columns, FieldGroup, FormEnd, FormError } from '@/kit/form';
import { DIRECTIONS, GATES, metricChoices, metricName, metricsQuery, NAME_LENGTH_MAX, OPS, POLARITIES, TEXT_LENGTH_MAX, TIES, TRIED_DAYS, useSaveBadge, useTryBadge, VISIBILITIES, WINDOWS, worth } from './game';
import classes from './game.module.css';

const HOLDERS_MAX = 100;
const SAMPLE_MAX = 1_000_000;

const one = <T extends string>(of: readonly T[], value: string): T | undefined => of.find((each) => each === value);

/** What a badge compares agents by, over which days, and who may hold it; tried over the last days before it is saved. */
export function BadgeEditor({ badge, close }: { badge: Badge | null; close: () => void }) {
  const { t, i18n } = useTranslation();
  const { data: metrics = [] } = useQuery(metricsQuery);
  const save = useSaveBadge(badge);
  const test = useTryBadge();
  const [name, setName] = useState(badge?.name ?? '');
  const [text, setText] = useState(badge?.text ?? '');
  const [rest, setRest] = useState({
    polarity: badge?.polarity ?? 'positive',
    metric: badge?.metric ?? 'answers',
    direction: badge?.direction ?? 'most',
    window: badge?.window ?? '7_days',
    minimum_sample: badge?.minimum_sample ?? 1,
    minimum_value: badge?.minimum_value ?? 0,
    holders_max: badge?.holders_max ?? 1,
    tie_rule: badge?.tie_rule ?? 'earliest',
    quality_gate: badge?.quality_gate ?? null,
    visibility: badge?.visibility ?? 'everyone',
    active: badge?.active ?? true,
  });
  const set = (part: Partial<typeof rest>) => { setRest((before) => ({ ...before, ...part })); };
  const drawn = badge?.kind === 'random';
  const wish: BadgeWish = {
    ...rest,
    kind: badge?.kind ?? 'held',
    ...(badge && { tiers: badge.tiers }),
    ...(name !== badge?.name && { name: name.trim() }),
    ...(text !== badge?.text && { text }),
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(wish, { onSuccess: close });
  };
  const problem = save.error ?? test.error;
  const gate = rest.quality_gate;
  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <TextInput label={t('common.name')} value={name} maxLength={NAME_LENGTH_MAX} onChange={(e) => { setName(e.currentTarget.value); }} data-autofocus />
      <TextInput label={t('game.text')} value={text} maxLength={TEXT_LENGTH_MAX} onChange={(e) => { setText(e.currentTarget.value); }} />
      {!drawn && (
        <Columns>
          <NativeSelect label={t('game.metric')} value={rest.metric} onChange={(e) => { set({ metric: e.currentTarget.value }); }} data={metricChoices(rest.metric, t)} />
          <NativeSelect label={t('game.direction')} value={rest.direction} onChange={(e) => { set({ direction: one(DIRECTIONS, e.currentTarget.value) ?? 'most' }); }} data={DIRECTIONS.map((value) => ({ value, label: t(`game.direction_${value}`) }))} />
          <NativeSelect label={t('game.window')} value={rest.window} onChange={(e) => { set({ window: one(WINDOWS, e.currentTarget.value) ?? '7_days' }); }} data={WINDOWS.map((value) => ({ value, label: t(`game.window_${value}`) }))} />
          <NumberInput label={t('game.minimum_sample')} min={1} max={SAMPLE_MAX} allowDecimal={false} value={rest.minimum_sample} onChange={(value) => { if (typeof value === 'number') set({ minimum_sample: value }); }} />
          <NumberInput label={t('game.minimum_value')} value={rest.minimum_value} onChange={(value) => { if (typeof value === 'number') set({ minimum_value: value }); }} />
          <NumberInput label={t('game.holders_max')} min={1} max={HOLDERS_MAX} allowDecimal={false} value={rest.holders_max} onChange={(value) => { if (typeof value === 'number') set({ holders_max: value }); }} />
          <NativeSelect label={t('game.tie')} value={rest.tie_rule} onChange={(e) => { set({ tie_rule: one(TIES, e.currentTarget.value) ?? 'earliest' }); }} data={TIES.map((value) => ({ value, label: t(`game.tie_${value}`) }))} />
        </Columns>
      )}
      <Columns>
        <NativeSelect label={t('game.polarity')} value={rest.polarity} onChange={(e) => { set({ polarity: one(POLARITIES, e.currentTarget.value) ?? 'neutral' }); }} data={POLARITIES.map((value) => ({ value, label: t(`game.polarity_${value}`) }))} />
        <NativeSelect label={t('game.visibility')} value={rest.visibility} onChange={(e) => { set({ visibility: one(VISIBILITIES, e.currentTarget.value) ?? 'everyone' }); }} data={VISIBILITIES.map((value) => ({ value, label: t(`game.visibility_${value}`) }))} />
      </Columns>
      {!drawn && (
        <FieldGroup title={t('game.gate')} hint={t('game.gate_hint')}>
          <Columns>
            <NativeSelect label={t('game.gate_kpi')} value={gate?.kpi ?? ''} onChange={(e) => { const kpi = e.currentTarget.value; set({ quality_gate: kpi ? { op: '>=', value: 0, ...gate, kpi } : null }); }} data={[{ value: '', label: t('game.no_gate') }, ...[...new Set<string>([...GATES, ...(gate ? [gate.kpi] : [])])].map((id) => ({ value: id, label: metricName(id, t) }))]} />
            {gate && <NativeSelect label={t('game.gate_op')} value={gate.op} onChange={(e) => { set({ quality_gate: { ...gate, op: one(OPS, e.currentTarget.value) ?? '>=' } }); }} data={[...OPS]} />}
            {gate && <NumberInput label={t('game.value')} value={gate.value} onChange={(value) => { if (typeof value === 'number') set({ quality_gate: { ...gate, value } }); }} />}
          </Columns>
        </FieldGroup>
      )}
      <Switch label={t('game.active')} checked={rest.active} onChange={(e) => { set({ active: e.currentTarget.checked }); }} />
      {test.data && <Tried test={test.data} unit={metrics.find((metric) => metric.id === rest.metric)?.unit ?? 'count'} language={i18n.language} />}
      <FormError message={problem && explain(asProblem(problem), t)} />
      <FormEnd>
        {!drawn && (
          <Button variant="default" loading={test.isPending} onClick={() => { test.mutate(wish); }}>
            {t('game.try', { count: TRIED_DAYS })}
          </Button>
        )}
        <Button type="submit" loading={save.isPending} disabled={!name.trim()}>
          {t('common.save')}
        </Button>
      </FormEnd>
    </form>
  );
}

/** On which days who would have held it, those with anybody only, the latest first. */
function Tried({ test, unit, language }: { test: Backtest; unit: string; language: string }) {
  const { t } = useTranslation();
  const days = test.days.filter((day) => day.holders.length > 0).reverse();
  if (days.length === 0) return <p className={classes.soft}>{t('game.tried_nobody')}</p>;
  return (
    <div className={classes.tried} role="region" aria-label={t('game.tried')} tabIndex={0}>
      <table className={classes.table}>
        <tbody>
          {days.map((day) => (
            <tr key={day.date}>
              <th scope="row">{day.date}</th>
              <td>{day.holders.map((holder) => `${holder.agent} (${worth(holder.value, unit, language)})`).join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
