import { IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Picker } from '@/kit/picker';
import { intervalsOf, span, WEEKDAYS, weekdayName, type Interval, type Weekday } from './hours';
import { IntervalFields } from './interval-fields';
import classes from './business-hours.module.css';

const DAY_MINUTES = 1440;
const WORKDAYS = WEEKDAYS.slice(0, 5);
const GROUPS: Record<string, readonly Weekday[]> = { workdays: WORKDAYS, all: WEEKDAYS };

/** Every day of the week with its hours, and how they lie in the day. */
export function WeekGrid({ weekly, changed }: { weekly: Record<string, string[][]>; changed: (weekly: Record<string, string[][]>) => void }) {
  const { t, i18n } = useTranslation();
  const name = (day: Weekday) => weekdayName(day, i18n.language, 'long');
  const copy = (from: Weekday, to: string) => {
    const days = GROUPS[to] ?? [to as Weekday];
    changed({ ...weekly, ...Object.fromEntries(days.map((day) => [day, weekly[from] ?? []])) });
  };
  return (
    <ul className={classes.week} aria-label={t('hours.week')}>
      {WEEKDAYS.map((day, i) => (
        <li key={day} className={classes.row}>
          <span className={classes.weekday}>{name(day)}</span>
          <div className={classes.middle}>
            <IntervalFields label={name(day)} day={intervalsOf(weekly[day])} changed={(intervals) => { changed({ ...weekly, [day]: intervals }); }} />
            <DayBar day={intervalsOf(weekly[day])} before={intervalsOf(weekly[WEEKDAYS[(i + 6) % 7] ?? 'sun'])} />
          </div>
          <Picker
            look="plain"
            label={t('hours.copy_of', { name: name(day) })}
            choose={(to) => { copy(day, to); }}
            choices={[
              { value: 'workdays', label: t('hours.copy_workdays') },
              { value: 'all', label: t('hours.copy_all') },
              ...WEEKDAYS.filter((other) => other !== day).map((other) => ({ value: other, label: name(other) })),
            ]}
          >
            <IconCopy size={16} aria-hidden="true" />
          </Picker>
        </li>
      ))}
    </ul>
  );
}

/** The day from midnight to midnight, with what the night before leaves of it. */
function DayBar({ day, before }: { day: Interval[]; before: Interval[] }) {
  const own = day.filter(([from, to]) => from && to).map(span);
  const left = before
    .filter(([from, to]) => from && to)
    .map(span)
    .filter(([, end]) => end > DAY_MINUTES)
    .map(([, end]) => [0, end - DAY_MINUTES] as const);
  const percent = (minutes: number) => `${(100 * Math.min(minutes, DAY_MINUTES)) / DAY_MINUTES}%`;
  const piece = ([begin, end]: readonly [number, number]) => ({ left: percent(begin), width: percent(Math.min(end, DAY_MINUTES) - begin) });
  return (
    <div className={classes.bar} aria-hidden="true">
      {left.map((one) => <span key={`before-${one[0]}-${one[1]}`} data-before style={piece(one)} />)}
      {own.map((one) => <span key={`${one[0]}-${one[1]}`} style={piece(one)} />)}
    </div>
  );
}
