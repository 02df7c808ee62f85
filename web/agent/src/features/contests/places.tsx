import { useTranslation } from 'react-i18next';
import type { Prize } from '@/api/types';
import classes from './contests.module.css';

/** A rank; the first three in gold, silver and bronze. */
export function Place({ rank }: { rank: number }) {
  return (
    <span className={classes.place} data-place={rank}>
      {rank}
    </span>
  );
}

/** What a place wins, in words. */
export function PrizeWords({ prize }: { prize: Prize }) {
  const { t } = useTranslation();
  const parts = [prize.text, prize.points > 0 && t('contest.points', { count: prize.points }), prize.coins > 0 && t('contest.coins', { count: prize.coins })].filter(Boolean);
  return <>{parts.length > 0 ? parts.join(' · ') : t('contest.honour')}</>;
}

export function Prizes({ prizes }: { prizes: Prize[] }) {
  const { t } = useTranslation();
  if (prizes.length === 0) return <p className={classes.facts}>{t('contest.no_prizes')}</p>;
  return (
    <ol className={classes.prizes} aria-label={t('contest.prizes')}>
      {prizes.map((prize, place) => (
        <li key={place} className={classes.prize}>
          <Place rank={place + 1} />
          <PrizeWords prize={prize} />
        </li>
      ))}
    </ol>
  );
}
