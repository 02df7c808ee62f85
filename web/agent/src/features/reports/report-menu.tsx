import { IconChevronDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { REPORTS, reportOf } from './reports';
import { savedReportsQuery, searchOf } from './saved';
import { useReport } from './use-report';
import classes from '@/kit/side-menu.module.css';

/** Every report there is; the time and the filters go along from one to the next. */
export function ReportMenu() {
  const { t } = useTranslation();
  const { search } = useReport();
  const [open, setOpen] = useState(false);
  const { data: saved = [] } = useQuery(savedReportsQuery);
  const shut = () => { setOpen(false); };
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const { range, from, to, department, agent, channel, tag, compare } = search;
  const kept = Object.fromEntries(Object.entries({ range, from, to, department, agent, channel, tag, compare }).filter(([, value]) => value !== undefined));
  const here = REPORTS.find((report) => path.endsWith(`/${report}`));
  return (
    <>
      <button type="button" className={classes.unfold} aria-expanded={open} aria-controls="report-pages" onClick={() => { setOpen(!open); }}>
        {here ? t(`report.${here}`) : t(path.endsWith('/forecast') ? 'forecast.title' : path.endsWith('/board') ? 'board.title' : 'reports.overview')}
        <IconChevronDown size={17} stroke={1.6} aria-hidden="true" />
      </button>
      <ul id="report-pages" className={classes.pages} data-open={open || undefined}>
        <li>
          <Link to="/reports" search={kept} className={classes.entry} activeOptions={{ exact: true, includeSearch: false }} activeProps={{ 'aria-current': 'page' }} onClick={shut}>
            {t('reports.overview')}
          </Link>
        </li>
        {REPORTS.map((report) => (
          <li key={report}>
            <Link to="/reports/$report" params={{ report }} search={kept} className={classes.entry} activeOptions={{ includeSearch: false }} activeProps={{ 'aria-current': 'page' }} onClick={shut}>
              {t(`report.${report}`)}
            </Link>
          </li>
        ))}
        <li>
          <Link to="/reports/board" search={kept} className={classes.entry} activeOptions={{ includeSearch: false }} activeProps={{ 'aria-current': 'page' }} onClick={shut}>
            {t('board.title')}
          </Link>
        </li>
        <li>
          <Link to="/wallboard" className={classes.entry} onClick={shut}>
            {t('wallboard.title')}
          </Link>
        </li>
        <li>
          <Link to="/reports/forecast" search={kept} className={classes.entry} activeOptions={{ includeSearch: false }} activeProps={{ 'aria-current': 'page' }} onClick={shut}>
            {t('forecast.title')}
          </Link>
        </li>
      </ul>
      {saved.length > 0 && (
        <section className={classes.pages} data-open={open || undefined} aria-labelledby="saved-reports">
          <h2 id="saved-reports" className={classes.group}>{t('saved_report.list')}</h2>
          <ul>
            {saved.map((one) => {
              const report = reportOf(one.definition.report);
              return report ? (
                <li key={one.id}>
                  <Link to="/reports/$report" params={{ report }} search={searchOf(one)} className={classes.entry} aria-current={search.saved === one.id ? 'page' : undefined} onClick={shut}>
                    {one.name}
                  </Link>
                </li>
              ) : null;
            })}
          </ul>
        </section>
      )}
    </>
  );
}
