import { useQuery } from '@tanstack/react-query';
import { IconCornerUpLeft, IconNote } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Status, Ticket } from '@/api/types';
import { useSession } from '@/features/session/session';
import { Composer } from './composer';
import { draftsQuery, NOTHING, wordsOf, type Words } from './draft';
import { useEarlyKeys } from './early-keys';
import { kept, keptLast } from './kept-here';
import classes from './composer.module.css';

const PRELOAD_AFTER_MS = 600;

export type Compose = 'reply' | 'note' | 'forward';

/** What the composer begins with when it is asked for from one message. */
export interface Start extends Pick<Words, 'to' | 'cc' | 'in_reply_to'> {
  id: number;
  type: Compose;
}

interface Props {
  ticket: Ticket;
  /** Asked for by a key or a button elsewhere. */
  wanted: Compose | null;
  want: (compose: Compose | null) => void;
  start: Start | null;
  sent: (status: Status | undefined) => void;
}

/** The editor is big and wanted soon: fetched while the agent reads. */
function preload() {
  const timer = setTimeout(() => void Promise.all([import('./editor'), import('./toolbar')]), PRELOAD_AFTER_MS);
  return () => { clearTimeout(timer); };
}

/** At the foot of the ticket: one line to begin with, the whole composer once there is something to write or written. */
export function ComposerDock({ ticket, wanted, want, start, sent }: Props) {
  const { t } = useTranslation();
  const { agent } = useSession();
  const [folded, setFolded] = useState(false);
  useEffect(preload, []);
  const early = useEarlyKeys(wanted !== null);
  const { data: drafts, isPending } = useQuery(draftsQuery(ticket.code));
  // Of the type that is wanted; else what was written last: here and not yet on the server, or there.
  const here = wanted ? kept(agent.id, ticket.code, wanted) : keptLast(agent.id, ticket.code);
  const draft = drafts?.find((one) => !wanted || one.type === wanted);
  const words = here ?? (draft ? wordsOf(draft) : null);
  const open = wanted !== null || (words !== null && !folded);

  if (ticket.merged_into) {
    return (
      <p className={classes.closed} data-unprinted>
        {t('composer.merged')}{' '}
        <Link to="/tickets/$code" params={{ code: ticket.merged_into }} search={(s) => s}>
          {t('composer.merged_go', { code: ticket.merged_into })}
        </Link>
      </p>
    );
  }
  if (!ticket.abilities.reply && !ticket.abilities.note) return <p className={classes.closed}>{t('composer.not_allowed')}</p>;

  if (!open || (isPending && !here)) {
    const begin = (compose: Compose) => {
      setFolded(false);
      want(compose);
    };
    return (
      <div className={classes.dock} data-unprinted>
        {ticket.abilities.reply && (
          <button type="button" className={classes.begin} onClick={() => { begin('reply'); }}>
            <IconCornerUpLeft size={16} stroke={1.7} aria-hidden="true" />
            {t(words ? 'composer.continue' : 'composer.begin_reply', { name: ticket.customer.name || ticket.customer.email })}
            <kbd className={classes.kbd}>R</kbd>
          </button>
        )}
        {ticket.abilities.note && (
          <button type="button" className={classes.begin} data-small onClick={() => { begin('note'); }}>
            <IconNote size={16} stroke={1.7} aria-hidden="true" />
            {t('composer.note')}
            <kbd className={classes.kbd}>N</kbd>
          </button>
        )}
      </div>
    );
  }

  const type = wanted ?? words?.type ?? 'reply';
  const begun = start?.type === type ? start : null;
  return (
    <div className={classes.dock} data-unprinted>
      <Composer
        key={`${type}-${begun?.id ?? (wanted ? 'wanted' : 'kept')}`}
        ticket={ticket}
        agent={agent.id}
        initial={{ ...(words ?? NOTHING), ...(begun && { to: begun.to, cc: begun.cc, in_reply_to: begun.in_reply_to }), type }}
        unsaved={here !== null || (begun !== null && words !== null)}
        focus={wanted !== null}
        early={early}
        turn={want}
        close={() => {
          setFolded(true);
          want(null);
        }}
        sent={sent}
      />
    </div>
  );
}
