import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Failed, Waiting } from '@/kit/states';
import { ActivityLine, ActivityList } from './activity-list';
import { entryWhyQuery, metricName, rankWhyQuery, ruleName, worth } from './game';
import classes from './game.module.css';

/** The activity an entry is for, and how much its rule gave that day. */
export function EntryWhy({ entry }: { entry: string }) {
  const { t, i18n } = useTranslation();
  const { data, error, refetch } = useQuery(entryWhyQuery(entry));
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting rows={2} height={32} />;
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <div className={classes.form}>
      {data.activity ? (
        <p className={classes.activity}>
          <ActivityLine line={data.activity} />
        </p>
      ) : (
        <p className={classes.soft}>{t('game.activity_unseen')}</p>
      )}
      {typeof data.per_day_max === 'number' && <p className={classes.soft}>{t('game.of_that_day', { given: number.format(data.given_that_day), max: number.format(data.per_day_max) })}</p>}
      {data.reversed_by && <p className={classes.soft}>{t('game.was_taken_back')}</p>}
      {data.reverses && <p className={classes.soft}>{t('game.takes_back')}</p>}
    </div>
  );
}

/** What somebody's place on a board is made of. */
export function RankWhy({ agent, metric, period, direction }: { agent: string; metric: string; period: string; direction: string }) {
  const { t, i18n } = useTranslation();
  const { data, error, refetch } = useQuery(rankWhyQuery(agent, metric, period, metric === 'points' ? 'most' : direction));
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting rows={3} height={32} />;
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <div className={classes.form}>
      <p className={classes.soft}>{t('game.rank_of', { rank: data.rank === null ? '–' : number.format(data.rank), of: number.format(data.of), value: worth(data.value, data.unit, i18n.language), metric: metric === 'points' ? t('game.points_metric') : metricName(metric, t) })}</p>
      {data.by_rule.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('game.for_what')}</th>
              <th scope="col" data-number>{t('game.times')}</th>
              <th scope="col" data-number>{t('game.points_metric')}</th>
            </tr>
          </thead>
          <tbody>
            {data.by_rule.map((each) => (
              <tr key={each.rule}>
                <td>{ruleName(each.rule, t)}</td>
                <td data-number>{number.format(each.entries)}</td>
                <td data-number>{number.format(each.points)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {metric !== 'points' && <ActivityList path="/leaderboards/activities" query={{ agent, metric, period }} />}
    </div>
  );
}
