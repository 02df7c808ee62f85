import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Contest } from '@/api/types';
import { AgentFace } from '@/features/agents/agent-face';
import { metricName, worth } from '@/features/game/game';
import { daysBetween, span, today } from './contests';
import classes from './contests.module.css';
import { Place, Prizes, PrizeWords } from './places';

/** A contest in short: what is compared, when, and what it brings or who won. */
export function ContestCard({ contest }: { contest: Contest }) {
  return (
    <li className={classes.card} data-state={contest.state}>
      <header className={classes.head}>
        <h3>
          <Link to="/game/contests/$id" params={{ id: contest.id }}>
            {contest.name}
          </Link>
        </h3>
        <ContestState state={contest.state} />
      </header>
      <div>
        <ContestFacts contest={contest} />
        {contest.text && <p className={`${classes.text ?? ''} ${classes.clamped ?? ''}`}>{contest.text}</p>}
      </div>
      {contest.state === 'finalised' ? <Winners contest={contest} /> : <Prizes prizes={contest.prizes.slice(0, 3)} />}
    </li>
  );
}

export function ContestState({ state }: { state: Contest['state'] }) {
  const { t } = useTranslation();
  return (
    <span className={classes.state} data-state={state}>
      {t(`contest.state_${state}`)}
    </span>
  );
}

export function ContestFacts({ contest }: { contest: Contest }) {
  const { t, i18n } = useTranslation();
  const measure = contest.metric === 'points' ? t('game.points_metric') : metricName(contest.metric, t);
  const left = daysBetween(today(), contest.last_day) + 1;
  return (
    <p className={classes.facts}>
      {[
        `${measure}, ${t(`game.direction_${contest.direction}`)}`,
        contest.among === 'all_agents' ? t('contest.among_all_agents') : t(`contest.count_${contest.among}`, { count: contest.participant_count }),
        span(contest, i18n.language),
        contest.state === 'open' && left > 0 && t('contest.left', { count: left }),
      ]
        .filter(Boolean)
        .join(' · ')}
    </p>
  );
}

export function Winners({ contest }: { contest: Contest }) {
  const { t, i18n } = useTranslation();
  if (contest.winners.length === 0) return <p className={classes.facts}>{t('contest.no_winners')}</p>;
  return (
    <ol className={classes.winners} aria-label={t('contest.winners')}>
      {contest.winners.map((winner, place) => (
        <li key={place}>
          <Place rank={winner.rank} />
          <span className={classes.who}>
            {winner.participant && contest.among !== 'departments' && <AgentFace agent={winner.participant} size={22} />}
            {winner.participant?.name ?? t('game.a_colleague')}
          </span>
          <span data-soft>
            {worth(winner.value, contest.unit, i18n.language)} · <PrizeWords prize={winner.prize} />
          </span>
        </li>
      ))}
    </ol>
  );
}
