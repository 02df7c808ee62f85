import { Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ReportMenu } from '@/features/reports/report-menu';
import classes from '@/kit/side-menu.module.css';

/** The list of reports beside the one that is read; on a phone above it. */
export function ReportsLayout() {
  const { t } = useTranslation();
  return (
    <div className={classes.layout}>
      <nav className={classes.nav} aria-label={t('nav.reports')}>
        <ReportMenu />
      </nav>
      <div className={classes.content}>
        <Outlet />
      </div>
    </div>
  );
}
