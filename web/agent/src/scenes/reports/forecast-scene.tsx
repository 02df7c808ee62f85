import { NativeSelect, NumberInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { departmentsQuery } from '@/features/departments/departments';
import { forecastQuery, SUBJECTS, type ForecastAnswer, type Subject } from '@/features/reports/forecast';
import { shown } from '@/features/reports/shown';
import classes from '@/features/reports/reports.module.css';
import { Failed, Waiting } from '@/kit/states';
import { useTitle } from '@/kit/title';

const BandChart = lazy(() => import('@/features/reports/band-chart'));

const WEEKS = [1, 2, 4, 8];
const TYPED_MS = 400;
const HOURS_A_DAY = 24;
const LIVE: readonly Subject[] = ['incoming_calls', 'incoming_chats'];

/** What will come in the next weeks, how sure that is, and how many people a live channel needs for it. */
export function ForecastScene() {
  const { t } = useTranslation();
  useTitle(t('forecast.title'));
  const { data: departments = [] } = useQuery(departmentsQuery);
  const [subject, setSubject] = useState<Subject>('created_tickets');
  const [weeks, setWeeks] = useState(2);
  const [department, setDepartment] = useState('');
  const [staff, setStaff] = useState({ aht: 300, goal: 80, within: 20 });
  const [settled] = useDebouncedValue(staff, TYPED_MS);
  const live = LIVE.includes(subject);
  const { data, error, refetch } = useQuery(
    forecastQuery({
      subject,
      weeks,
      ...(department && { department }),
      ...(live && { aht_seconds: settled.aht, service_level_goal: settled.goal / 100, target_seconds: settled.within }),
    }),
  );
  const number = (name: keyof typeof staff, label: string, min: number, max: number, suffix: string) => (
    <NumberInput label={label} value={staff[name]} min={min} max={max} suffix={suffix} onChange={(value) => { if (typeof value === 'number') setStaff((was) => ({ ...was, [name]: value })); }} />
  );
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <div>
          <h1>{t('forecast.title')}</h1>
          <p>{t('forecast.lead')}</p>
        </div>
      </header>
      <div className={classes.filters} role="group" aria-label={t('filter.label')}>
        <NativeSelect
          label={t('forecast.subject')}
          value={subject}
          onChange={(e) => { setSubject(SUBJECTS.find((one) => one === e.currentTarget.value) ?? 'created_tickets'); }}
          data={SUBJECTS.map((value) => ({ value, label: t(`report_column.${value}`) }))}
        />
        <NativeSelect label={t('forecast.weeks')} value={String(weeks)} onChange={(e) => { setWeeks(Number(e.currentTarget.value)); }} data={WEEKS.map((n) => ({ value: String(n), label: t('forecast.weeks_ahead', { count: n }) }))} />
        <NativeSelect label={t('ticket.department')} value={department} onChange={(e) => { setDepartment(e.currentTarget.value); }} data={[{ value: '', label: t('filter.any') }, ...departments.map(({ id, name }) => ({ value: id, label: name }))]} />
        {live && (
          <>
            {number('aht', t('forecast.aht'), 1, 86_400, ' s')}
            {number('goal', t('forecast.goal'), 1, 99, ' %')}
            {number('within', t('forecast.within'), 0, 86_400, ' s')}
          </>
        )}
      </div>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={8} height={36} />}
      {data && <Expected data={data} />}
    </div>
  );
}

function Expected({ data }: { data: ForecastAnswer }) {
  const { t, i18n } = useTranslation();
  const language = i18n.language;
  if (data.hours.every(({ value }) => value === null)) return <p className={classes.none}>{t('forecast.too_young')}</p>;
  const { backtest } = data;
  const percent = (value: number | null) => shown(value, 'percent', language);
  return (
    <>
      <Suspense fallback={<div className={classes.chartWaiting} />}>
        <BandChart label={t(`report_column.${data.subject}`)} hours={data.hours} timeZone={data.time_zone} />
      </Suspense>
      <dl className={classes.formula}>
        <div>
          <dt>{t('forecast.method')}</dt>
          <dd>{t('forecast.method_words', { percent: data.band_percent })}</dd>
        </div>
        <div>
          <dt>{t('forecast.tested')}</dt>
          <dd>
            {backtest.wape_percent === null
              ? t('forecast.untested')
              : t('forecast.tested_words', {
                  days: Math.round(backtest.hours / HOURS_A_DAY),
                  off: percent(backtest.wape_percent),
                  naive: percent(backtest.last_week_wape_percent),
                  inside: percent(backtest.in_band_percent),
                })}
          </dd>
        </div>
      </dl>
      <Days data={data} />
    </>
  );
}

/** The same by the day, and where people are needed, how many at the busiest hour. */
function Days({ data }: { data: ForecastAnswer }) {
  const { t, i18n } = useTranslation();
  const day = new Intl.DateTimeFormat(i18n.language, { timeZone: data.time_zone, weekday: 'long', day: 'numeric', month: 'long' });
  const staffed = data.hours.some(({ agents }) => agents !== undefined);
  const days = new Map<string, ForecastAnswer['hours']>();
  for (const hour of data.hours) {
    const name = day.format(new Date(hour.from));
    days.set(name, [...(days.get(name) ?? []), hour]);
  }
  const hourOf = (at: string) => new Intl.DateTimeFormat(i18n.language, { timeZone: data.time_zone, hour: '2-digit', minute: '2-digit' }).format(new Date(at));
  return (
    <section className={classes.group}>
      <h2>{t('forecast.by_day')}</h2>
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('forecast.by_day')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('cut.day')}</th>
              <th scope="col" className={classes.number}>{t('forecast.expected')}</th>
              <th scope="col" className={classes.number}>{t('forecast.busiest')}</th>
              {staffed && <th scope="col" className={classes.number}>{t('forecast.agents_busiest')}</th>}
            </tr>
          </thead>
          <tbody>
            {[...days].map(([name, hours]) => {
              const busiest = hours.reduce((most, hour) => ((hour.value ?? 0) > (most.value ?? 0) ? hour : most));
              return (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td className={classes.number}>{shown(Math.round(hours.reduce((sum, { value }) => sum + (value ?? 0), 0)), 'count', i18n.language)}</td>
                  <td className={classes.number}>{busiest.value ? `${hourOf(busiest.from)} · ${shown(busiest.value, 'count', i18n.language)}` : '—'}</td>
                  {staffed && <td className={classes.number}>{busiest.agents ?? '—'}</td>}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
