import { IconChecklist, IconHeart, IconQuote, IconStar, IconTrophy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ScreenShown } from '@/api/types';
import { daysBetween, today } from '@/features/contests/contests';
import { Place } from '@/features/contests/places';
import { BadgePicture } from '@/features/game/badge-picture';
import { metricName, worth } from '@/features/game/game';
import { duration, shown } from '@/features/reports/shown';
import { Face } from '@/kit/face';
import { When } from '@/kit/time';
import classes from './screen.module.css';

const LONG_WAIT_SECONDS = 4 * 3_600;
/** Below it the service level stands out. */
const SERVICE_LOW_PERCENT = 80;

/** What waits in each department, who is there, and how promises are kept today. */
export function Queues({ departments, queues, service }: { departments: NonNullable<ScreenShown['departments']>; queues: boolean; service: boolean }) {
  const { t, i18n } = useTranslation();
  const number = (n: number | null | undefined) => shown(n, 'count', i18n.language);
  return (
    <section className={classes.part} data-wide tabIndex={0} aria-label={t('screen.part_queues')}>
      <table className={classes.queues}>
        <thead>
          <tr>
            <th scope="col">{t('screen.department')}</th>
            {queues && <th scope="col">{t('status.new')}</th>}
            {queues && <th scope="col">{t('status.open')}</th>}
            {queues && <th scope="col">{t('wallboard.longest')}</th>}
            {queues && <th scope="col">{t('wallboard.there')}</th>}
            {service && <th scope="col">{t('screen.resolved_today')}</th>}
            {service && <th scope="col">{t('screen.service')}</th>}
          </tr>
        </thead>
        <tbody>
          {departments.map((department) => {
            const longest = department.longest_wait_seconds;
            const kept = department.today.sla_compliance;
            return (
              <tr key={department.id}>
                <th scope="row">{department.name}</th>
                {queues && <td>{number(department.new)}</td>}
                {queues && <td>{number(department.open)}</td>}
                {queues && <td data-bad={(longest ?? 0) > LONG_WAIT_SECONDS || undefined}>{longest == null ? '–' : duration(longest, i18n.language)}</td>}
                {queues && <td>{number(department.agents_online)}</td>}
                {service && <td>{number(department.today.resolved_tickets)}</td>}
                {service && <td data-bad={(kept ?? 100) < SERVICE_LOW_PERCENT || undefined}>{kept == null ? '–' : worth(kept, 'percent', i18n.language)}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

export function Leaders({ leaders }: { leaders: NonNullable<ScreenShown['leaders']> }) {
  const { t, i18n } = useTranslation();
  const measure = leaders.metric === 'points' ? t('game.points_metric') : metricName(leaders.metric, t);
  return (
    <section className={classes.part}>
      <h2>{t('screen.leaders', { measure })}</h2>
      {leaders.items.length === 0 && <p className={classes.soft}>{t('screen.no_leaders')}</p>}
      <ol className={classes.list}>
        {leaders.items.map((leader, at) => (
          <li key={leader.agent?.id ?? at}>
            <Place rank={leader.rank} />
            {leader.agent && <Face name={leader.agent.name} size={36} />}
            <span className={classes.name}>{leader.agent?.name ?? t('game.a_colleague')}</span>
            <strong>{worth(leader.value, leaders.unit, i18n.language)}</strong>
          </li>
        ))}
      </ol>
    </section>
  );
}

export function Contests({ contests }: { contests: NonNullable<ScreenShown['contests']> }) {
  const { t, i18n } = useTranslation();
  return (
    <section className={classes.part}>
      <h2>{t('contest.title')}</h2>
      {contests.map((contest) => (
        <div key={contest.id} className={classes.contest}>
          <h3>
            {contest.name} <small>{t('contest.left', { count: Math.max(0, daysBetween(today(), contest.last_day) + 1) })}</small>
          </h3>
          <ol className={classes.list}>
            {contest.places.map((place, at) => (
              <li key={at}>
                <Place rank={place.rank} />
                <span className={classes.name}>{place.team ?? place.agent?.name ?? t('game.a_colleague')}</span>
                <strong>{worth(place.value, contest.unit, i18n.language)}</strong>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}

/** What was won last. */
export function Won({ lines }: { lines: NonNullable<ScreenShown['wall']> }) {
  const { t } = useTranslation();
  return (
    <section className={classes.part}>
      <h2>{t('wall.title')}</h2>
      <ul className={classes.list}>
        {lines.map((line) => (
          <li key={line.id}>
            {line.picture ? <BadgePicture picture={line.picture} polarity={line.polarity === 'positive' ? 'positive' : 'neutral'} size={36} /> : <Dot kind={line.kind} />}
            <span className={classes.name}>
              <b>{line.agent?.name ?? (line.kind === 'contest' ? line.places.map((place) => place.team ?? place.agent?.name ?? t('game.a_colleague')).slice(0, 1).join() : t('game.a_colleague'))}</b> {line.what}
              {line.more > 0 && <small> +{line.more}</small>}
            </span>
            <small><When at={line.at} narrow /></small>
          </li>
        ))}
      </ul>
    </section>
  );
}

const DOTS: Record<string, typeof IconStar> = { contest: IconTrophy, quest: IconChecklist, kudos: IconHeart, praise: IconQuote };

function Dot({ kind }: { kind: string }) {
  const Picture = DOTS[kind] ?? IconStar;
  return (
    <span className={classes.dot} data-kind={kind} aria-hidden="true">
      <Picture size={22} stroke={1.7} />
    </span>
  );
}
