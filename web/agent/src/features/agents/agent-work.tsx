import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Agent } from '@/api/types';
import { StatusMark } from '@/features/tickets/marks';
import { heldTicketsQuery } from './agents';
import classes from './agents.module.css';

/** What an agent has in hand now, each number a way to the tickets. */
export function AgentWork({ agent }: { agent: Agent }) {
  const { t } = useTranslation();
  const { data } = useQuery(heldTicketsQuery(agent.id));
  if (!data) return null;
  if (data.length === 0) return <p className={classes.note}>{t('agent.holds_nothing')}</p>;
  return (
    <div className={classes.counts}>
      {data.map(({ status, count, more }) => (
        <Link key={status} className={classes.count} to="/tickets" search={{ view: 'all', status, assignee: agent.id }}>
          <StatusMark status={status} bare />
          {t(`status.${status}`)}
          <strong>
            {count}
            {more && '+'}
          </strong>
        </Link>
      ))}
    </div>
  );
}
