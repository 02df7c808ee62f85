import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { StatusMark } from '@/features/tickets/marks';
import { When } from '@/kit/time';
import { similarQuery } from './search';

/** Tickets about the same, answered ones first: what was said there may help here. */
export function Similar({ code, listClass }: { code: string; listClass: string | undefined }) {
  const { t } = useTranslation();
  const { data } = useQuery(similarQuery(code));
  if (!data || data.items.length === 0) return null;
  return (
    <section>
      <h2>{t('panel.similar')}</h2>
      <ul className={listClass}>
        {data.items.map((row) => (
          <li key={row.code}>
            <Link to="/tickets/$code" params={{ code: row.code }} search={(s) => s} title={row.subject}>
              <StatusMark status={row.status} size={14} />
              <span>{row.subject || t('ticket.no_subject')}</span>
              <When at={row.last_message_at} narrow />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
