import { NumberInput, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PointRule } from '@/api/types';
import { useMay } from '@/features/session/session';
import { Section } from '@/kit/sheet';
import { Failed, Waiting } from '@/kit/states';
import { activityName } from './activity-name';
import { ruleName, rulesQuery, useSaveRule } from './game';
import classes from './game.module.css';

const POINTS_MAX = 10_000;
const MINUTE_SECONDS = 60;
const WITHIN_MINUTES_MAX = 7 * 24 * 60;

/** For what there are points, how many, on a day at most, and what takes them back. */
export function PointRules() {
  const { t } = useTranslation();
  const manages = useMay('workspace_manage');
  const { data, error, refetch } = useQuery(rulesQuery);
  return (
    <Section title={t('game.rules')} lead={t('game.rules_lead')}>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={6} height={40} />}
      {data && (
        <div className={classes.scroll} role="region" aria-label={t('game.rules')} tabIndex={0}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('game.for_what')}</th>
                <th scope="col" data-number>{t('game.points_metric')}</th>
                <th scope="col" data-number>{t('game.per_day_max')}</th>
                <th scope="col">{t('game.taken_back_when')}</th>
                {manages && <th scope="col">{t('game.active')}</th>}
              </tr>
            </thead>
            <tbody>{data.map((rule) => (manages ? <Edited key={rule.id} rule={rule} /> : <Shown key={rule.id} rule={rule} />))}</tbody>
          </table>
        </div>
      )}
    </Section>
  );
}

function Reversals({ rule }: { rule: PointRule }) {
  const { t } = useTranslation();
  return <td className={classes.soft}>{rule.reversed_by.map((kind) => activityName(kind, t)).join(', ')}</td>;
}

function Shown({ rule }: { rule: PointRule }) {
  const { t } = useTranslation();
  if (!rule.active) return null;
  return (
    <tr>
      <td>{ruleName(rule.id, t)}</td>
      <td data-number>{rule.points}</td>
      <td data-number>{rule.per_day_max}</td>
      <Reversals rule={rule} />
    </tr>
  );
}

/** A number is saved when one leaves its field. */
function Edited({ rule }: { rule: PointRule }) {
  const { t } = useTranslation();
  const save = useSaveRule(rule.id);
  const name = ruleName(rule.id, t);
  return (
    <tr data-faint={rule.active ? undefined : true}>
      <td>
        {name}
        {typeof rule.within_seconds === 'number' && (
          <Field label={`${name}: ${t('game.within_minutes')}`} unit={t('game.within_minutes')} value={Math.round(rule.within_seconds / MINUTE_SECONDS)} min={1} max={WITHIN_MINUTES_MAX} save={(minutes) => { save.mutate({ within_seconds: minutes * MINUTE_SECONDS }); }} />
        )}
      </td>
      <td data-number>
        <Field label={`${name}: ${t('game.points_metric')}`} value={rule.points} min={0} max={POINTS_MAX} save={(points) => { save.mutate({ points }); }} />
      </td>
      <td data-number>
        <Field label={`${name}: ${t('game.per_day_max')}`} value={rule.per_day_max} min={0} max={POINTS_MAX} save={(per_day_max) => { save.mutate({ per_day_max }); }} />
      </td>
      <Reversals rule={rule} />
      <td>
        <Switch aria-label={`${name}: ${t('game.active')}`} checked={rule.active} onChange={(e) => { save.mutate({ active: e.currentTarget.checked }); }} />
      </td>
    </tr>
  );
}

function Field({ label, unit, value, min, max, save }: { label: string; unit?: string; value: number; min: number; max: number; save: (value: number) => void }) {
  const [typed, setTyped] = useState<number | string>(value);
  return (
    <NumberInput
      aria-label={label}
      suffix={unit && ` ${unit}`}
      size="xs"
      w={unit ? 120 : 84}
      min={min}
      max={max}
      allowDecimal={false}
      hideControls
      value={typed}
      onChange={setTyped}
      onBlur={() => { if (typeof typed === 'number' && typed !== value) save(typed); else setTyped(value); }}
    />
  );
}
