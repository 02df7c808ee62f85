import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Offer } from '@/api/types';
import { useCommands } from '@/kit/commands';
import { useAcceptOffer, useDeclineOffer } from './answer-offer';
import { offersQuery } from './offers';
import classes from './offers.module.css';

const TICK_MS = 500;

function useSecondsLeft(until: string): number {
  const left = () => Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / 1_000));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    const timer = setInterval(() => { setSeconds(left()); }, TICK_MS);
    return () => { clearInterval(timer); };
  });
  return seconds;
}

/** What is offered to me, as long as it is. */
export function OfferPanel() {
  const { data: offers = [] } = useQuery(offersQuery);
  const offer = offers[0];
  return offer ? <OneOffer key={offer.id} offer={offer} /> : null;
}

function OneOffer({ offer }: { offer: Offer }) {
  const { t } = useTranslation();
  const seconds = useSecondsLeft(offer.until);
  const { accept, busy } = useAcceptOffer();
  const decline = useDeclineOffer();
  const group = t('offer.title');
  useCommands([
    { id: 'offer-accept', label: t('offer.accept'), group, keys: ['y'], act: () => { accept(offer.id); } },
    { id: 'offer-decline', label: t('offer.decline'), group, act: () => { decline.mutate(offer.id); } },
  ]);
  if (seconds === 0) return null;
  return (
    <section className={classes.panel} role="alert" aria-label={t('offer.title')}>
      <div className={classes.head}>
        <span>{t('offer.title')}</span>
        <span className={classes.left} aria-hidden="true">{t('offer.seconds', { seconds })}</span>
      </div>
      <strong className={classes.subject} title={offer.ticket.subject}>{offer.ticket.subject}</strong>
      <span className={classes.from}>{offer.ticket.customer.name} · {offer.ticket.department.name}</span>
      <div className={classes.acts}>
        <Button variant="default" onClick={() => { decline.mutate(offer.id); }} loading={decline.isPending}>
          {t('offer.decline')}
        </Button>
        <Button onClick={() => { accept(offer.id); }} loading={busy}>
          {t('offer.accept')}
        </Button>
      </div>
    </section>
  );
}
