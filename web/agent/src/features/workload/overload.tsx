import { Tooltip } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { dayText } from '@/features/business-hours/day-text';
import { workloadQuery } from './workload';
import classes from './overload.module.css';

/** Where more waits than those present clear in a day, with the numbers it is told by. */
export function Overload({ rail }: { rail: boolean }) {
  const { t, i18n } = useTranslation();
  const { data = [] } = useQuery(workloadQuery);
  const format = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
  const told = data
    .filter((one) => one.overloaded || one.over_on !== null)
    .map((one) => ({
      name: one.department.name,
      overOn: one.overloaded ? null : one.over_on,
      numbers: t('workload.numbers', {
        backlog: format.format(one.backlog),
        clears: format.format(one.clears_per_day ?? 0),
        present: format.format(one.present),
        each: format.format(one.per_agent_day ?? 0),
        days: one.days,
      }),
      rates: t('workload.rates', {
        arrives: format.format(one.arrives_per_day),
        ahead: format.format(one.forecast.at(-1)?.backlog ?? one.backlog),
        days: one.forecast.length,
      }),
    }));
  const first = told[0];
  if (!first) return null;
  // One line however many: the views below must stay where they are.
  const single = first.overOn
    ? t('workload.over_on', { name: first.name, date: dayText(first.overOn, i18n.language) })
    : t('workload.overloaded', { name: first.name });
  const words = told.length === 1 ? single : t('workload.overloaded_several', { count: told.length });
  const numbers = told.map((one) => (told.length === 1 ? `${one.numbers} ${one.rates}` : `${one.name}: ${one.numbers} ${one.rates}`));
  return (
    <Tooltip
      label={[words, ...numbers].map((line) => (
        <p key={line}>{line}</p>
      ))}
      position="right"
      multiline
      w={320}
    >
      <div className={classes.warning} role="status" tabIndex={0}>
        <IconAlertTriangle size={16} stroke={1.8} aria-hidden="true" />
        <span className={rail ? classes.hidden : classes.words}>
          {words}
          <span className={classes.hidden}> {numbers.join(' ')}</span>
        </span>
      </div>
    </Tooltip>
  );
}
