import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Activities } from '@/features/reports/activities';
import { kpisQuery, type KpiAnswer, type KpiSlice } from '@/features/reports/figures';
import { Filters } from '@/features/reports/filters';
import { Formula } from '@/features/reports/formula';
import { pointName, type Cut } from '@/features/reports/period';
import { change, isBetter, shown } from '@/features/reports/shown';
import { useReport } from '@/features/reports/use-report';
import { titleOf } from '@/features/reports/words';
import classes from '@/features/reports/reports.module.css';
import { Failed, Waiting } from '@/kit/states';
import { useNow } from '@/kit/time';
import { useTitle } from '@/kit/title';

const TimeChart = lazy(() => import('@/features/reports/time-chart'));
const LOOKS = ['area', 'line', 'column'] as const;

const route = getRouteApi('/shell/reports/kpi/$id');

/** One KPI: its course, its formula, its numbers slice by slice, and the activities it was counted from. */
export function KpiScene() {
  const { t, i18n } = useTranslation();
  const { id } = route.useParams();
  const asked = useReport();
  const { days, earlier, cut, narrowed, search } = asked;
  const { data, error, refetch } = useQuery(kpisQuery({ ...days, ...narrowed, by: cut, kpi: id }));
  const { data: then } = useQuery({ ...kpisQuery({ ...earlier, ...narrowed, by: cut, kpi: id }), enabled: search.compare ?? false });
  const definition = data?.definitions[id];
  const total = data?.total[id];
  const title = titleOf(id, definition, t);
  useTitle(title);
  const look = LOOKS.find((one) => one === search.chart) ?? 'area';
  const difference = definition && change(total?.value, then?.total[id]?.value, definition.unit, i18n.language);
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <div>
          <p className={classes.path}>
            <Link to="/reports" search={search}>{t('reports.overview')}</Link>
          </p>
          <h1>{title}</h1>
        </div>
        <SegmentedControl
          aria-label={t('reports.look')}
          value={look}
          onChange={(value) => { asked.change({ chart: LOOKS.find((one) => one === value) }); }}
          data={LOOKS.map((value) => ({ value, label: t(`reports.look_${value}`) }))}
        />
      </header>
      <Filters asked={asked} />
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={8} height={36} />}
      {data && definition && total && (
        <>
          <div className={classes.figure}>
            <strong>{shown(total.value, definition.unit, i18n.language)}</strong>
            {difference !== undefined && (
              <span className={classes.cardChange} data-better={isBetter(id, (total.value ?? 0) - (then?.total[id]?.value ?? 0))}>
                {difference} <span>{t('reports.than_before')}</span>
              </span>
            )}
          </div>
          <Course id={id} title={title} data={data} then={then} cut={cut} look={look} />
          <Formula id={id} definition={definition} value={total} />
          <Slices id={id} data={data} cut={cut} />
          <section className={classes.group}>
            <h2>{t('reports.activities')}</h2>
            <p className={classes.lead}>{t('reports.activities_lead')}</p>
            <Activities question={{ ...days, ...narrowed, kpi: id }} />
          </section>
        </>
      )}
    </div>
  );
}

function Course({ id, title, data, then, cut, look }: { id: string; title: string; data: KpiAnswer; then: KpiAnswer | undefined; cut: Cut; look: (typeof LOOKS)[number] }) {
  const now = useNow();
  const unit = data.definitions[id]?.unit ?? 'count';
  const points = data.slices.map(({ from, to, kpis }, index) => {
    const value = kpis[id];
    return {
      at: from,
      // What has not come yet is no nought.
      value: Date.parse(from) > now ? null : (value?.value ?? null),
      earlier: then?.slices[index]?.kpis[id]?.value ?? null,
      open: Date.parse(to) > now || value?.provisional === true,
    };
  });
  return (
    <Suspense fallback={<div className={classes.chartWaiting} />}>
      <TimeChart label={title} points={points} unit={unit} cut={cut} timeZone={data.time_zone} look={look} compared={then !== undefined} />
    </Suspense>
  );
}

/** The same as the chart, for reading. */
function Slices({ id, data, cut }: { id: string; data: KpiAnswer; cut: Cut }) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const definition = data.definitions[id];
  if (!definition) return null;
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
  const come = data.slices.filter(({ from }) => Date.parse(from) <= now);
  const divided = data.total[id]?.denominator !== null;
  const spread = data.total[id]?.median !== undefined;
  const cells = (slice: KpiSlice) => slice.kpis[id];
  return (
    <section className={classes.group}>
      <h2>{t('reports.slices')}</h2>
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('reports.slices')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t(`cut.${cut}`)}</th>
              <th scope="col" className={classes.number}>{titleOf(id, definition, t)}</th>
              {divided && <th scope="col" className={classes.number}>{t('reports.numerator')}</th>}
              {divided && <th scope="col" className={classes.number}>{t('reports.denominator')}</th>}
              {spread && <th scope="col" className={classes.number}>{t('reports.median')}</th>}
              {spread && <th scope="col" className={classes.number}>{t('reports.p90')}</th>}
            </tr>
          </thead>
          <tbody>
            {come.toReversed().map((slice) => (
              <tr key={slice.from}>
                <th scope="row">
                  {pointName(slice.from, cut, data.time_zone, i18n.language, true)}
                  {(cells(slice)?.provisional ?? Date.parse(slice.to) > now) && <span className={classes.provisional}>{t('reports.provisional')}</span>}
                </th>
                <td className={classes.number}>{shown(cells(slice)?.value, definition.unit, i18n.language)}</td>
                {divided && <td className={classes.number}>{number.format(cells(slice)?.numerator ?? 0)}</td>}
                {divided && <td className={classes.number}>{number.format(cells(slice)?.denominator ?? 0)}</td>}
                {spread && <td className={classes.number}>{shown(cells(slice)?.median, definition.unit, i18n.language)}</td>}
                {spread && <td className={classes.number}>{shown(cells(slice)?.p90, definition.unit, i18n.language)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
