import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { KpiDefinition, KpiValue } from './figures';
import type { ReportSearch } from './search';
import { change, isBetter, shown } from './shown';
import { Sparkline } from './sparkline';
import { titleOf } from './words';
import classes from './reports.module.css';

interface Props {
  id: string;
  definition: KpiDefinition;
  value: KpiValue | undefined;
  earlier: KpiValue | undefined;
  course: (number | null)[];
  search: ReportSearch;
}

/** How it stands, how it went, and against the time before; opens to all it is made of. */
export function KpiCard({ id, definition, value, earlier, course, search }: Props) {
  const { t, i18n } = useTranslation();
  const { unit } = definition;
  const difference = change(value?.value, earlier?.value, unit, i18n.language);
  const better = difference === undefined ? undefined : isBetter(id, (value?.value ?? 0) - (earlier?.value ?? 0));
  return (
    <Link to="/reports/kpi/$id" params={{ id }} search={search} className={classes.card}>
      <span className={classes.cardTitle}>{titleOf(id, definition, t)}</span>
      <span className={classes.cardValue}>
        {shown(value?.value, unit, i18n.language)}
        {value?.provisional && <span className={classes.provisional} title={t('reports.provisional_hint')}>{t('reports.provisional')}</span>}
      </span>
      <span className={classes.cardChange} data-better={better}>
        {difference !== undefined && (
          <>
            {difference} <span>{t('reports.than_before')}</span>
          </>
        )}
      </span>
      <Sparkline values={course} />
    </Link>
  );
}
