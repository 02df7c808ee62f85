import { CloseButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '@/api/types';
import { linksQuery, useUnlinkTicket } from './link-ticket';
import { StatusMark } from './marks';
import classes from './join.module.css';

/** The tickets that have to do with this one, both ways. */
export function Links({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const { data = [] } = useQuery(linksQuery(ticket.code));
  const unlink = useUnlinkTicket(ticket.code);
  if (data.length === 0) return null;
  return (
    <section>
      <h2>{t('join.links')}</h2>
      <ul className={classes.links}>
        {data.map((link) => (
          <li key={`${link.code}-${link.kind}`}>
            <Link to="/tickets/$code" params={{ code: link.code }} search={(s) => s} title={`${link.code} · ${link.subject}`}>
              <StatusMark status={link.status} size={14} />
              <span>{link.subject}</span>
            </Link>
            <span className={classes.kind}>{t(`join.kind_${link.kind}`)}</span>
            {link.kind !== 'merged' && ticket.abilities.edit && (
              <CloseButton size={18} aria-label={t('join.unlink', { code: link.code })} disabled={unlink.isPending} onClick={() => { unlink.mutate(link.code); }} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
