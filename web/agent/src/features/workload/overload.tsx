import { Tooltip } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { workloadQuery } from './workload';
import classes from './overload.module.css';

/** Where more waits than those present clear in a day, with the numbers it is told by. */
export function Overload({ rail }: { rail: boolean }) {
  const { t, i18n } = useTranslation();
  const { data = [] } = useQuery(workloadQuery);
  const format = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
  return data
    .filter((one) => one.overloaded)
    .map((one) => {
      const numbers = t('workload.numbers', {
        backlog: format.format(one.backlog),
        clears: format.format(one.clears_per_day ?? 0),
        present: format.format(one.present),
        each: format.format(one.per_agent_day ?? 0),
        days: one.days,
      });
      const words = t('workload.overloaded', { name: one.department.name });
      return (
        <Tooltip key={one.department.id} label={`${words} ${numbers}`} position="right" multiline w={280}>
          <div className={classes.warning} role="status" tabIndex={0}>
            <IconAlertTriangle size={16} stroke={1.8} aria-hidden="true" />
            <span className={rail ? classes.hidden : classes.words}>
              {words}
              <span className={classes.hidden}> {numbers}</span>
            </span>
          </div>
        </Tooltip>
      );
    });
}
