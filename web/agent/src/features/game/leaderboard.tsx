import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failed, Waiting } from '@/kit/states';
import { boardQuery, METRICS, metricName, PERIODS, worth } from './game';
import classes from './game.module.css';

/** Who is where by points or by any measure: oneself and one's neighbours, or all where that may be. */
export function Leaderboard() {
  const { t, i18n } = useTranslation();
  const [metric, setMetric] = useState('points');
  const [period, setPeriod] = useState<string>('season');
  const { data, error, refetch } = useQuery(boardQuery(metric, period));
  return (
    <>
      <div className={classes.tools} role="group" aria-label={t('filter.label')}>
        <NativeSelect label={t('game.metric')} value={metric} onChange={(e) => { setMetric(e.currentTarget.value); }} data={[{ value: 'points', label: t('game.points_metric') }, ...METRICS.map((id) => ({ value: id, label: metricName(id, t) }))]} />
        <NativeSelect label={t('game.period')} value={period} onChange={(e) => { setPeriod(e.currentTarget.value); }} data={PERIODS.map((value) => ({ value, label: t(`game.period_${value}`) }))} />
      </div>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={4} height={40} />}
      {data?.rows.length === 0 && <p className={classes.soft}>{t('game.board_empty')}</p>}
      {data && data.rows.length > 0 && (
        <div className={classes.scroll} role="region" aria-label={t('game.board')} tabIndex={0}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('game.rank')}</th>
                <th scope="col">{t('game.agent')}</th>
                <th scope="col" data-number>{t('game.value')}</th>
              </tr>
            </thead>
            <tbody>
              {data.rows.map((row, place) => (
                <tr key={row.agent?.id ?? place} data-you={row.you || undefined}>
                  <td>{row.rank}</td>
                  <td>{row.agent?.name ?? t('game.a_colleague')}</td>
                  <td data-number>{worth(row.value, data.unit, i18n.language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
