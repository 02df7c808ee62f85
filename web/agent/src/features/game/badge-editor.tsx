import { Button, NativeSelect, NumberInput, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { Badge, BadgeWish } from '@/api/types';
import { explain } from '@/kit/explain';
import { Columns, FieldGroup, FormEnd, FormError } from '@/kit/form';
import { BadgeFace, type Face } from './badge-face';
import { BadgeReach, within, type Reach } from './badge-reach';
import { BadgeTried } from './badge-tried';
import { BadgeWords, type Texts } from './badge-words';
import { DIRECTIONS, GATES, KINDS, metricChoices, metricName, metricsQuery, OPS, POLARITIES, PRIZE_MAX, TIERS, TIES, TRIED_DAYS, usePutPicture, useSaveBadge, useTryBadge, VISIBILITIES, WINDOWS } from './game';
import classes from './game.module.css';

const HOLDERS_MAX = 100;
const SAMPLE_MAX = 1_000_000;
const CHANCE_IN_MAX = 1_000;

const one = <T extends string>(of: readonly T[], value: string): T | undefined => of.find((each) => each === value);

const begun = (badge: Badge | null) => ({
  polarity: badge?.polarity ?? 'positive',
  kind: badge?.kind ?? 'held',
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
  tiers: badge?.tiers ?? {},
  chance_in: badge?.chance_in ?? 7,
  points: badge?.points ?? 0,
  coins: badge?.coins ?? 0,
});

/** What a badge compares agents by, over which days, and who may hold it; tried over the last days before it is saved. */
export function BadgeEditor({ badge, close }: { badge: Badge | null; close: () => void }) {
  const { t, i18n } = useTranslation();
  const { data: metrics = [] } = useQuery(metricsQuery);
  const save = useSaveBadge(badge);
  const draw = usePutPicture();
  const test = useTryBadge();
  const [texts, setTexts] = useState<Texts>(badge?.texts ?? {});
  const [face, setFace] = useState<Face>({ picture: badge?.picture ?? 'own', url: badge?.picture_url ?? null, file: null });
  const [rest, setRest] = useState(() => begun(badge));
  const [asked, setAsked] = useState<Reach>({
    scope: badge?.scope ?? 'workspace',
    department: badge?.department?.id ?? null,
    filters: { department: badge?.filters.department ?? [], channel: badge?.filters.channel ?? [], tag: badge?.filters.tag ?? null },
  });
  const set = (part: Partial<typeof rest>) => { setRest((before) => ({ ...before, ...part })); };
  const number = (part: (value: number) => Partial<typeof rest>) => (value: number | string) => { if (typeof value === 'number') set(part(value)); };
  const drawn = rest.kind === 'random';
  const metric = metrics.find((each) => each.id === rest.metric);
  const reach = within(asked, metric);
  const written = Object.fromEntries(Object.entries(texts).filter(([, said]) => said.name.trim() || said.text.trim()));
  const wish: BadgeWish = {
    ...rest,
    ...reach,
    tiers: rest.kind === 'earned' ? rest.tiers : {},
    texts: written,
    ...((face.picture !== (badge?.picture ?? 'own') || (badge?.picture_url && !face.url)) && !face.file && { picture: face.picture }),
  };
  const named = badge?.shipped ?? Object.values(written).some((said) => said.name.trim());
  const chooseKind = (kind: typeof rest.kind) => {
    set({ kind, metric: kind === 'random' ? 'online_draw' : rest.metric === 'online_draw' ? 'answers' : rest.metric });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(wish, {
      onSuccess: (saved) => {
        if (face.file) draw.mutate({ badge: saved.id, file: face.file }, { onSuccess: close });
        else close();
      },
    });
  };
  const problem = save.error ?? draw.error ?? test.error;
  const gate = rest.quality_gate;
  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <BadgeWords texts={texts} change={setTexts} hint={(language) => (badge && language === i18n.language ? { name: badge.name, text: badge.text } : undefined)} />
      <BadgeFace face={face} polarity={rest.polarity} change={setFace} />
      <FieldGroup title={t('game.how')} hint={t('game.schedule_daily')}>
        <Columns>
          {!badge?.shipped && <NativeSelect label={t('game.kind')} value={rest.kind} onChange={(e) => { chooseKind(one(KINDS, e.currentTarget.value) ?? 'held'); }} data={KINDS.map((value) => ({ value, label: t(`game.kind_${value}`) }))} />}
          {drawn && <NumberInput label={t('game.chance_in')} min={1} max={CHANCE_IN_MAX} allowDecimal={false} value={rest.chance_in} onChange={number((chance_in) => ({ chance_in }))} />}
          {!drawn && <NativeSelect label={t('game.metric')} value={rest.metric} onChange={(e) => { set({ metric: e.currentTarget.value }); }} data={metricChoices(rest.metric, t)} />}
          {!drawn && <NativeSelect label={t('game.direction')} value={rest.direction} onChange={(e) => { set({ direction: one(DIRECTIONS, e.currentTarget.value) ?? 'most' }); }} data={DIRECTIONS.map((value) => ({ value, label: t(`game.direction_${value}`) }))} />}
          {!drawn && <NativeSelect label={t('game.window')} value={rest.window} onChange={(e) => { set({ window: one(WINDOWS, e.currentTarget.value) ?? '7_days' }); }} data={WINDOWS.map((value) => ({ value, label: t(`game.window_${value}`) }))} />}
          {!drawn && <NumberInput label={t('game.minimum_sample')} min={1} max={SAMPLE_MAX} allowDecimal={false} value={rest.minimum_sample} onChange={number((minimum_sample) => ({ minimum_sample }))} />}
          {!drawn && <NumberInput label={t('game.minimum_value')} value={rest.minimum_value} onChange={number((minimum_value) => ({ minimum_value }))} />}
          {rest.kind === 'held' && <NumberInput label={t('game.holders_max')} min={1} max={HOLDERS_MAX} allowDecimal={false} value={rest.holders_max} onChange={number((holders_max) => ({ holders_max }))} />}
          {rest.kind === 'held' && <NativeSelect label={t('game.tie')} value={rest.tie_rule} onChange={(e) => { set({ tie_rule: one(TIES, e.currentTarget.value) ?? 'earliest' }); }} data={TIES.map((value) => ({ value, label: t(`game.tie_${value}`) }))} />}
          {rest.kind === 'earned' &&
            TIERS.map((tier) => (
              <NumberInput
                key={tier}
                label={t('game.tier_from', { tier: t(`game.tier_${tier}`) })}
                value={rest.tiers[tier] ?? ''}
                onChange={(value) => { set({ tiers: Object.fromEntries(TIERS.flatMap((each) => { const from = each === tier ? value : rest.tiers[each]; return typeof from === 'number' ? [[each, from]] : []; })) }); }}
              />
            ))}
        </Columns>
      </FieldGroup>
      <BadgeReach reach={reach} metric={metric} change={setAsked} />
      {!drawn && (
        <FieldGroup title={t('game.gate')} hint={t('game.gate_hint')}>
          <Columns>
            <NativeSelect label={t('game.gate_kpi')} value={gate?.kpi ?? ''} onChange={(e) => { const kpi = e.currentTarget.value; set({ quality_gate: kpi ? { op: '>=', value: 0, ...gate, kpi } : null }); }} data={[{ value: '', label: t('game.no_gate') }, ...[...new Set<string>([...GATES, ...(gate ? [gate.kpi] : [])])].map((id) => ({ value: id, label: metricName(id, t) }))]} />
            {gate && <NativeSelect label={t('game.gate_op')} value={gate.op} onChange={(e) => { set({ quality_gate: { ...gate, op: one(OPS, e.currentTarget.value) ?? '>=' } }); }} data={[...OPS]} />}
            {gate && <NumberInput label={t('game.value')} value={gate.value} onChange={(value) => { if (typeof value === 'number') set({ quality_gate: { ...gate, value } }); }} />}
          </Columns>
        </FieldGroup>
      )}
      <Columns>
        <NativeSelect label={t('game.polarity')} value={rest.polarity} onChange={(e) => { set({ polarity: one(POLARITIES, e.currentTarget.value) ?? 'neutral' }); }} data={POLARITIES.map((value) => ({ value, label: t(`game.polarity_${value}`) }))} />
        <NativeSelect label={t('game.visibility')} value={rest.visibility} onChange={(e) => { set({ visibility: one(VISIBILITIES, e.currentTarget.value) ?? 'everyone' }); }} data={VISIBILITIES.map((value) => ({ value, label: t(`game.visibility_${value}`) }))} />
        <NumberInput label={t('game.prize_points')} min={0} max={PRIZE_MAX} allowDecimal={false} value={rest.points} onChange={number((points) => ({ points }))} />
        <NumberInput label={t('game.prize_coins')} min={0} max={PRIZE_MAX} allowDecimal={false} value={rest.coins} onChange={number((coins) => ({ coins }))} />
      </Columns>
      <Switch label={t('game.active')} checked={rest.active} onChange={(e) => { set({ active: e.currentTarget.checked }); }} />
      {test.data && !drawn && <BadgeTried test={test.data} unit={metric?.unit ?? 'count'} />}
      <FormError message={problem && explain(asProblem(problem), t)} />
      <FormEnd>
        {!drawn && (
          <Button variant="default" loading={test.isPending} onClick={() => { test.mutate({ name: badge?.name ?? '?', ...wish }); }}>
            {t('game.try', { count: TRIED_DAYS })}
          </Button>
        )}
        <Button type="submit" loading={save.isPending || draw.isPending} disabled={!named}>
          {t('common.save')}
        </Button>
      </FormEnd>
    </form>
  );
}
