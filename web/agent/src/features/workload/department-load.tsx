import { useTranslation } from 'react-i18next';
import type { Workload } from '@/api/types';
import { dayText } from '@/features/business-hours/day-text';
import { Section } from '@/kit/sheet';
import classes from './department-load.module.css';

/** One department: whether it is over its limit, the numbers that say so, and where it is going. */
export function DepartmentLoad({ load }: { load: Workload }) {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
  const say = (value: number | null) => (value === null ? '–' : number.format(value));
  const most = Math.max(1, load.backlog, ...load.forecast.map(({ backlog }) => backlog));
  const standing = load.overloaded ? 'over' : load.over_on ? 'soon' : load.per_agent_day === null ? 'unknown' : 'fine';
  const words = {
    over: t('workload.over_now'),
    soon: t('workload.over_soon', { date: load.over_on ? dayText(load.over_on, i18n.language) : '' }),
    fine: t('workload.fine'),
    unknown: t('workload.unknown'),
  };
  const facts: [string, string][] = [
    [t('workload.backlog'), say(load.backlog)],
    [t('workload.arrives'), say(load.arrives_per_day)],
    [t('workload.each'), say(load.per_agent_day)],
    [t('workload.present'), t('workload.present_of', { present: load.present, solvers: load.solvers })],
    [t('workload.clears'), say(load.clears_per_day)],
    [t('workload.days_to_clear'), say(load.days_to_clear)],
  ];
  return (
    <Section
      title={load.department.name}
      lead={
        <span className={classes.standing} data-standing={standing}>
          {words[standing]}
        </span>
      }
    >
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {load.per_agent_day !== null && (
        <p className={classes.formula}>
          {t(load.overloaded ? 'workload.formula_over' : 'workload.formula_fine', {
            backlog: say(load.backlog),
            resolved: say(load.resolved),
            agentDays: say(load.agent_days),
            present: say(load.present),
            clears: say(load.clears_per_day),
            days: load.days,
          })}
        </p>
      )}
      <table className={classes.forecast}>
        <caption>{t('workload.forecast', { days: load.days })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('workload.day')}</th>
            <th scope="col">{t('workload.come')}</th>
            <th scope="col">{t('workload.go')}</th>
            <th scope="col">{t('workload.wait')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {load.forecast.map((day) => (
            <tr key={day.date} data-over={day.over || undefined}>
              <th scope="row">{dayText(day.date, i18n.language)}</th>
              <td>{day.arrives > 0 && '+'}{say(day.arrives)}</td>
              <td>{day.clears > 0 && '−'}{say(day.clears)}</td>
              <td>{say(day.backlog)}</td>
              <td className={classes.track}>
                {day.over && <span className="for-ears">{t('workload.over_then')}</span>}
                <span className={classes.bar} style={{ width: `${(100 * day.backlog) / most}%` }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
