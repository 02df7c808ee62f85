import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { kpisQuery } from '@/features/reports/figures';
import { Filters } from '@/features/reports/filters';
import { KpiCard } from '@/features/reports/kpi-card';
import { useReport } from '@/features/reports/use-report';
import { KPI_GROUPS } from '@/features/reports/words';
import classes from '@/features/reports/reports.module.css';
import { Failed } from '@/kit/states';
import { useTitle } from '@/kit/title';

const GROUPS = ['cases', 'times', 'opinions', 'work', 'queues'] as const;

/** Every KPI at a glance. Those of channels that had nothing to do stand below, smaller. */
export function OverviewScene() {
  const { t } = useTranslation();
  useTitle(t('reports.overview'));
  const asked = useReport();
  const { days, earlier, cut, narrowed, search } = asked;
  const { data, error, refetch } = useQuery(kpisQuery({ ...days, ...narrowed, by: cut }));
  const { data: then } = useQuery({ ...kpisQuery({ ...earlier, ...narrowed }), enabled: search.compare ?? false });
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <div>
          <h1>{t('reports.overview')}</h1>
          <p>{t('reports.overview_lead')}</p>
        </div>
      </header>
      <Filters asked={asked} />
      {error && <Failed error={error} retry={() => void refetch()} />}
      {GROUPS.map((group) => (
        <section key={group} className={classes.group} aria-labelledby={`kpis-${group}`}>
          <h2 id={`kpis-${group}`}>{t(`reports.group_${group}`)}</h2>
          <div className={classes.cards}>
            {KPI_GROUPS[group].map((id) => {
              const definition = data?.definitions[id];
              if (data && !definition) return null;
              return definition ? (
                <KpiCard
                  key={id}
                  id={id}
                  definition={definition}
                  value={data.total[id]}
                  earlier={then?.total[id]}
                  course={data.slices.filter(({ from }) => Date.parse(from) < Date.now()).map(({ kpis }) => kpis[id]?.value ?? null)}
                  search={search}
                />
              ) : (
                <div key={id} className={classes.card} data-waiting aria-hidden="true" />
              );
            })}
          </div>
        </section>
      ))}
    </div>
  );
}
