import { ActionIcon, Tooltip } from '@mantine/core';
import { IconMoon, IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { asEnd, asTyped, flawOf, isOvernight, nextInterval, type Interval } from './hours';
import classes from './business-hours.module.css';

const INTERVALS_MAX = 24;

/** The hours of one day: from and to, as often as it opens. */
export function IntervalFields({ label, day, changed }: { label: string; day: Interval[]; changed: (day: Interval[]) => void }) {
  const { t } = useTranslation();
  const flaw = flawOf(day);
  const set = (at: number, interval: Interval) => { changed(day.map((one, i) => (i === at ? interval : one))); };
  return (
    <div className={classes.day} role="group" aria-label={label}>
      {day.length === 0 && <span className={classes.closed}>{t('hours.closed')}</span>}
      {day.map(([from, to], i) => (
        <span key={i} className={classes.interval}>
          <input
            type="time"
            className={classes.time}
            aria-label={t('hours.from_of', { name: label })}
            value={from}
            onChange={(e) => { set(i, [e.currentTarget.value, to]); }}
          />
          <span aria-hidden="true">–</span>
          <input
            type="time"
            className={classes.time}
            aria-label={t('hours.to_of', { name: label })}
            value={asTyped(to)}
            onChange={(e) => { set(i, [from, asEnd(e.currentTarget.value)]); }}
          />
          {from && to && isOvernight([from, to]) && (
            <Tooltip label={t('hours.overnight')}>
              <IconMoon size={14} role="img" aria-label={t('hours.overnight')} />
            </Tooltip>
          )}
          <Tooltip label={t('hours.remove_interval')}>
            <ActionIcon aria-label={t('hours.remove_interval_of', { name: label, from, to })} onClick={() => { changed(day.filter((_, at) => at !== i)); }}>
              <IconX size={14} />
            </ActionIcon>
          </Tooltip>
        </span>
      ))}
      {day.length < INTERVALS_MAX && (
        <Tooltip label={t('hours.add_interval')}>
          <ActionIcon aria-label={t('hours.add_interval_to', { name: label })} onClick={() => { changed([...day, nextInterval(day)]); }}>
            <IconPlus size={16} />
          </ActionIcon>
        </Tooltip>
      )}
      {flaw && (
        <span className={classes.flaw} role="alert">
          {t(`hours.flaw_${flaw}`)}
        </span>
      )}
    </div>
  );
}
