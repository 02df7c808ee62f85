import { Drawer } from '@mantine/core';
import { useDisclosure, useElementSize } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '@/api/types';
import { useAttention } from '@/features/attention/use-attention';
import { ComposerDock, type Start } from '@/features/composer/dock';
import { mailboxesQuery } from '@/features/mailboxes/mailboxes';
import { MessageActsContext, type MessageActs } from '@/features/thread/message-acts';
import { SidePanel } from '@/features/customers/side-panel';
import { useReadOnSight } from '@/features/notifications/use-read-on-sight';
import { Thread } from '@/features/thread/thread';
import { TicketHeader } from '@/features/tickets/header';
import { useInboxPlace } from '@/features/tickets/place';
import { listed, ticketQuery } from '@/features/tickets/tickets';
import { useCommands } from '@/kit/commands';
import { usePreference } from '@/kit/preference';
import { Failed, Waiting } from '@/kit/states';
import { useTitle } from '@/kit/title';
import classes from './ticket-scene.module.css';

const GiveKudos = lazy(() => import('@/features/kudos/give-kudos'));

const route = getRouteApi('/shell/tickets/$code');

/** Narrower than this, the panel comes over the thread when asked for. */
const PANEL_BESIDE = 800;

export function TicketScene() {
  const { t } = useTranslation();
  const { code } = route.useParams();
  const client = useQueryClient();
  const place = useInboxPlace();
  useAttention(code);
  useReadOnSight(code);
  const { data: ticket, error, refetch } = useQuery({ ...ticketQuery(code), placeholderData: () => listed(client, code) });
  const [panel, setPanel] = usePreference('panel');
  const [over, { open, close }] = useDisclosure(false);
  const { ref, width } = useElementSize();
  const beside = width >= PANEL_BESIDE;
  const shown = beside ? panel === 'shown' : over;
  const togglePanel = () => {
    if (beside) setPanel(panel === 'shown' ? 'hidden' : 'shown');
    else open();
  };
  const [start, setStart] = useState<Start | null>(null);
  const [split, setSplit] = useState<string | null>(null);
  const [thanked, setThanked] = useState<string | null>(null);
  const { data: mailboxes } = useQuery(mailboxesQuery);
  const { setCompose } = place;
  const writes = ticket?.abilities.reply !== false;
  const acts = useMemo<MessageActs>(() => {
    const begin = (type: Start['type'], message: Message, to: string[], cc: string[]) => {
      setStart({ id: Date.now(), type, to, cc, in_reply_to: message.id });
      setCompose(type);
    };
    const isOurs = (address: string) => (mailboxes ?? []).some((mailbox) => mailbox.address === address.replace(/\+[^@]*@/, '@'));
    const writer = (message: Message) => (message.direction === 'in' && message.author.email ? [message.author.email] : message.to);
    const thank = (message: Message) => { setThanked(message.author.id ?? null); };
    if (!writes) return { code, thank };
    return {
      code,
      reply: (message) => { begin('reply', message, writer(message), []); },
      replyAll: (message) => {
        const to = writer(message);
        begin('reply', message, to, [...new Set([...message.to, ...message.cc])].filter((one) => !isOurs(one) && !to.includes(one)));
      },
      forward: (message) => { begin('forward', message, [], []); },
      split: (message) => { setSplit(message.id); },
      thank,
      write: setCompose,
    };
  }, [code, mailboxes, setCompose, writes]);
  useTitle(ticket && `${ticket.subject} · ${code}`);
  useCommands([{ id: 'panel', label: t('shortcuts.panel'), group: t('palette.ticket'), keys: ['i'], act: togglePanel }]);

  if (!ticket) {
    return error ? <Failed error={error} retry={() => void refetch()} /> : <Waiting rows={6} height={72} />;
  }
  return (
    <div className={classes.ticket} ref={ref}>
      <div className={classes.main} data-printed>
        <TicketHeader ticket={ticket} panel={shown} togglePanel={togglePanel} split={split} notSplit={() => { setSplit(null); }} />
        <MessageActsContext value={acts}>
          <Thread key={code} code={code} />
        </MessageActsContext>
        <ComposerDock
          key={`dock-${code}`}
          ticket={ticket}
          wanted={place.compose}
          want={place.setCompose}
          start={start}
          sent={(status) => { if (status === 'resolved') place.step(1); }}
        />
      </div>
      {beside && panel === 'shown' && (
        <div className={classes.panel}>
          <SidePanel ticket={ticket} />
        </div>
      )}
      <Suspense>{thanked && <GiveKudos to={thanked} ticket={code} close={() => { setThanked(null); }} />}</Suspense>
      <Drawer opened={over && !beside} onClose={close} position="right" size={320} padding={0} title={t('panel.label')}>
        <SidePanel ticket={ticket} />
      </Drawer>
    </div>
  );
}
