import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { FairPlayFlag } from '@/api/types';
import classes from '@/features/game/game.module.css';
import { Failed, Waiting } from '@/kit/states';
import { When } from '@/kit/time';
import { casesQuery } from './fair-play';

/** The very cases of a flag, to be looked at before anything is thought. */
export function FlagCases({ flag, from, to }: { flag: FairPlayFlag; from: string; to: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(casesQuery(flag.kind, flag.agent.id, { from, to }));
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting rows={4} height={36} />;
  return (
    <div className={classes.scroll} role="region" aria-label={t('fair_play.cases')} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('fair_play.at')}</th>
            <th scope="col">{t('fair_play.ticket')}</th>
            <th scope="col">{t('fair_play.followed')}</th>
          </tr>
        </thead>
        <tbody>
          {data.map((one) => (
            <tr key={one.id}>
              <td><When at={one.at} /></td>
              <td>{one.ticket ? <Link to="/tickets/$code" params={{ code: one.ticket }}>{one.ticket}</Link> : t('fair_play.elsewhere')}</td>
              <td>
                {one.followed_at && <When at={one.followed_at} />}{' '}
                {one.other_ticket && <Link to="/tickets/$code" params={{ code: one.other_ticket }}>{one.other_ticket}</Link>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
