import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TicketHit } from '@/api/types';
import { StatusMark } from '@/features/tickets/marks';
import { When } from '@/kit/time';
import { Marked } from './marked';
import classes from './search.module.css';

/** Tickets that were found, with the words that found them. */
export function Hits({ hits, label }: { hits: TicketHit[]; label: string }) {
  const { t } = useTranslation();
  return (
    <ul className={classes.hits} aria-label={label}>
      {hits.map((hit) => (
        <li key={hit.code} className={classes.hit}>
          <Link to="/tickets/$code" params={{ code: hit.code }} search={{ view: 'all' }} className={classes.link}>
            <StatusMark status={hit.status} bare />
            <span className={classes.subject} title={hit.subject}>
              {hit.subject ? <Marked text={hit.subject} marks={hit.subject_marks} /> : t('ticket.no_subject')}
            </span>
            <span className={classes.when}>
              <When at={hit.last_message_at} narrow />
            </span>
            <span className={classes.excerpt}>
              {hit.excerpt ? (
                <>
                  {hit.excerpt.author}: <Marked text={hit.excerpt.text} marks={hit.excerpt.marks} />
                </>
              ) : (
                hit.snippet
              )}
            </span>
            <span className={classes.facts}>
              {[hit.customer.name || hit.customer.email, hit.department.name, hit.code, ...hit.tags].join(' · ')}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
