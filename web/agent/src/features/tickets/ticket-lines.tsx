import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TicketRow } from '@/api/types';
import { Line, Lines } from '@/kit/sheet';
import { When } from '@/kit/time';
import { StatusMark } from './marks';

/** Tickets as lines of a page about something else. */
export function TicketLines({ tickets }: { tickets: TicketRow[] }) {
  const { t } = useTranslation();
  return (
    <Lines label={t('list.label')}>
      {tickets.map((row) => (
        <Line
          key={row.code}
          lead={<StatusMark status={row.status} />}
          title={
            <Link to="/tickets/$code" params={{ code: row.code }} search={{ view: 'all' }}>
              {row.subject || t('ticket.no_subject')}
            </Link>
          }
          detail={row.snippet}
          facts={
            <>
              {row.department.name}
              <br />
              <When at={row.last_message_at} />
            </>
          }
        />
      ))}
    </Lines>
  );
}
