import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { get } from '@/api/client';
import { keys } from '@/api/query-client';
import type { KpiValue } from '@/features/reports/figures';
import { Filters } from '@/features/reports/filters';
import { change, isBetter, shown } from '@/features/reports/shown';
import { useReport } from '@/features/reports/use-report';
import { titleOf, UNIT_OF } from '@/features/reports/words';
import classes from '@/features/reports/reports.module.css';
import { Failed, Waiting } from '@/kit/states';
import { useTitle } from '@/kit/title';

interface Compared {
  now: KpiValue;
  before: KpiValue;
}

interface Board {
  titles: Record<string, string>;
  teams: { department: string; kpis: Record<string, Compared> }[];
  total: Record<string, Compared>;
}

/** The KPIs of every team beside each other, and against the time before. */
export function BoardScene() {
  const { t } = useTranslation();
  useTitle(t('board.title'));
  const asked = useReport();
  const { days, search } = asked;
  const { department } = search;
  const { data, error, refetch } = useQuery({
    queryKey: [...keys.reports, 'board', days, department],
    queryFn: ({ signal }) => get<Board>('/kpi-board', { ...days, department }, signal),
  });
  const ids = Object.keys(data?.titles ?? {});
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <div>
          <h1>{t('board.title')}</h1>
          <p>{t('board.lead')}</p>
        </div>
      </header>
      <Filters asked={asked} cuts={false} compares={false} teams />
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={8} height={44} />}
      {data && data.teams.length === 0 && <p className={classes.none}>{t('reports.nothing')}</p>}
      {data && data.teams.length > 0 && (
        <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('board.title')}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('ticket.department')}</th>
                {ids.map((id) => (
                  <th key={id} scope="col" className={classes.number}>
                    <Link to="/reports/kpi/$id" params={{ id }} search={search} className={classes.wrapped}>
                      {titleOf(id, { title: data.titles[id] ?? id }, t)}
                    </Link>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.teams.map((team) => (
                <tr key={team.department}>
                  <th scope="row">
                    <Link to="/reports" search={(was) => ({ ...was, department: team.department })}>
                      {team.department}
                    </Link>
                  </th>
                  {ids.map((id) => (
                    <Cell key={id} id={id} compared={team.kpis[id]} />
                  ))}
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t('reports.total')}</th>
                {ids.map((id) => (
                  <Cell key={id} id={id} compared={data.total[id]} />
                ))}
              </tr>
            </tfoot>
          </table>
        </div>
      )}
    </div>
  );
}

function Cell({ id, compared }: { id: string; compared: Compared | undefined }) {
  const { t, i18n } = useTranslation();
  const unit = UNIT_OF[id] ?? 'count';
  const now = compared?.now.value;
  const then = compared?.before.value;
  const difference = change(now, then, unit, i18n.language);
  return (
    <td className={classes.number} title={compared && `${t('reports.before')}: ${shown(then, unit, i18n.language)}`}>
      {shown(now, unit, i18n.language)}
      <div className={classes.cardChange} data-better={difference === undefined ? undefined : isBetter(id, (now ?? 0) - (then ?? 0))}>
        {difference}
      </div>
    </td>
  );
}
