import { useTranslation } from 'react-i18next';
import type { Backtest } from '@/api/types';
import { useQuery } from '@tanstack/react-query';
import { AgentFace } from '@/features/agents/agent-face';
import { agentsQuery } from '@/features/agents/agents';
import { worth } from './game';
import classes from './game.module.css';

const NAMED_MAX = 6;

/** Who would have held it on each day: a strip of days, those who held it most, and every day as a table. */
export function BadgeTried({ test, unit }: { test: Backtest; unit: string }) {
  const { t, i18n } = useTranslation();
  const { data: agents = [] } = useQuery(agentsQuery);
  const days = test.days.filter((day) => day.holders.length > 0);
  if (days.length === 0) return <p className={classes.soft}>{t('game.tried_nobody')}</p>;
  const who = (address: string) => agents.find((agent) => agent.email === address) ?? { id: address, name: address };
  const often = new Map<string, number>();
  for (const day of days) for (const holder of day.holders) often.set(holder.agent, (often.get(holder.agent) ?? 0) + 1);
  const most = [...often].sort((a, b) => b[1] - a[1]);
  const place = (address: string) => most.findIndex(([one]) => one === address);
  const date = new Intl.DateTimeFormat(i18n.language, { day: 'numeric', month: 'short', weekday: 'short', timeZone: 'UTC' });
  const told = (day: Backtest['days'][number]) => `${date.format(new Date(day.date))}: ${day.holders.map((holder) => `${who(holder.agent).name} (${worth(holder.value, unit, i18n.language)})`).join(', ') || '–'}`;
  return (
    <div className={classes.tried}>
      <p className={classes.soft}>{t('game.tried_days', { count: days.length, of: test.days.length })}</p>
      <div className={classes.strip} aria-hidden="true">
        {test.days.map((day) => (
          <span key={day.date} data-tint={day.holders[0] ? Math.min(place(day.holders[0].agent), NAMED_MAX - 1) : undefined} title={told(day)} />
        ))}
      </div>
      <ul className={classes.keys}>
        {most.slice(0, NAMED_MAX).map(([address, times], i) => (
          <li key={address}>
            <i data-tint={i} aria-hidden="true" />
            <AgentFace agent={who(address)} size={18} />
            {who(address).name}
            <span className={classes.soft}>{t('game.tried_times', { count: times })}</span>
          </li>
        ))}
      </ul>
      <div className={classes.triedDays} role="region" aria-label={t('game.tried')} tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('game.day')}</th>
              <th scope="col">{t('game.holder')}</th>
              <th scope="col">{t('game.runners_up')}</th>
            </tr>
          </thead>
          <tbody>
            {[...days].reverse().map((day) => (
              <tr key={day.date}>
                <th scope="row">{date.format(new Date(day.date))}</th>
                <td>{day.holders.map((holder) => `${who(holder.agent).name} · ${worth(holder.value, unit, i18n.language)}${holder.tier ? ` · ${t(`game.tier_${holder.tier}`)}` : ''}`).join(', ')}</td>
                <td className={classes.soft}>{day.runners_up.slice(0, 2).map((other) => `${who(other.agent).name} · ${worth(other.value, unit, i18n.language)}`).join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
