import { Button, Modal, NativeSelect, Textarea } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { ShopOrder } from '@/api/types';
import { AgentFace } from '@/features/agents/agent-face';
import { Coins } from '@/features/coins/coin';
import { explain } from '@/kit/explain';
import { FormEnd, FormError } from '@/kit/form';
import { Line, Lines, Section } from '@/kit/sheet';
import { Failed, Waiting } from '@/kit/states';
import { When } from '@/kit/time';
import { ItemPicture } from './item-picture';
import { ACTS, myOrdersQuery, NOTE_LENGTH_MAX, ordersQuery, shopQuery, STATES, useHandleOrder, type OrderState } from './shop';
import classes from './shop.module.css';

type Next = keyof typeof ACTS;

const GIVES_BACK: readonly Next[] = ['refused', 'refunded', 'cancelled'];

interface Change {
  order: ShopOrder;
  to: Next;
}

/** What I bought and where it stands. */
export function MyOrders() {
  const { t } = useTranslation();
  const { data = [], error, refetch } = useQuery(myOrdersQuery);
  const [change, setChange] = useState<Change>();
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  if (data.length === 0) return null;
  return (
    <Section title={t('shop.mine')}>
      <Lines label={t('shop.mine')}>
        {data.map((order) => (
          <OrderLine key={order.id} order={order} acts={order.next.filter((state) => state === 'cancelled')} change={(to) => { setChange({ order, to }); }} />
        ))}
      </Lines>
      {change && <Handling {...change} close={() => { setChange(undefined); }} />}
    </Section>
  );
}

/** For whoever hands out rewards: what waits, and what was. */
export function OrdersToHandle() {
  const { t } = useTranslation();
  const { data: handles = false } = useQuery({ ...shopQuery, select: (shop) => shop.abilities.handle });
  return handles ? (
    <Section title={t('shop.orders')} lead={t('shop.orders_lead')}>
      <Orders />
    </Section>
  ) : null;
}

function Orders() {
  const { t } = useTranslation();
  const [state, setState] = useState<OrderState>('waiting');
  const query = useInfiniteQuery(ordersQuery(state));
  const [change, setChange] = useState<Change>();
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <NativeSelect className={classes.tools} aria-label={t('shop.state')} value={state} onChange={(e) => { setState(STATES.find((each) => each === e.currentTarget.value) ?? 'waiting'); }} data={STATES.map((value) => ({ value, label: t(`shop.state_${value}`) }))} />
      {query.isError && <Failed error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Waiting rows={2} height={56} />}
      {query.isSuccess && items.length === 0 && <p className={classes.soft}>{t('shop.orders_none')}</p>}
      <Lines label={t('shop.orders')}>
        {items.map((order) => (
          <OrderLine key={order.id} order={order} whose acts={order.next.filter((each) => each !== 'cancelled')} change={(to) => { setChange({ order, to }); }} />
        ))}
      </Lines>
      {query.hasNextPage && (
        <Button fullWidth size="xs" variant="subtle" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('coins.more')}
        </Button>
      )}
      {change && <Handling {...change} close={() => { setChange(undefined); }} />}
    </>
  );
}

function OrderLine({ order, whose = false, acts, change }: { order: ShopOrder; whose?: boolean; acts: ShopOrder['next']; change: (to: Next) => void }) {
  const { t } = useTranslation();
  const possible = acts.filter((state): state is Next => state in ACTS);
  return (
    <Line
      lead={<ItemPicture picture={order.item.picture} url={order.item.picture_url} size={36} />}
      title={order.item.name}
      detail={
        <>
          {whose && order.agent && (
            <>
              <AgentFace agent={order.agent} size={18} /> {order.agent.name} ·{' '}
            </>
          )}
          <When at={order.at} />
        </>
      }
      facts={<Coins n={order.cost} />}
      below={order.wish && <p className={classes.said}>{order.wish}</p>}
      actions={
        <span className={classes.acts}>
          {possible.length === 0 || !whose ? (
            <span className={classes.state} data-state={order.state}>
              {t(`shop.state_${order.state}`)}
            </span>
          ) : null}
          {possible.map((to) => (
            <Button key={to} size="xs" variant={GIVES_BACK.includes(to) ? 'default' : 'filled'} aria-label={t('shop.act_of', { act: t(`shop.act_${to}`), name: order.item.name })} onClick={() => { change(to); }}>
              {t(`shop.act_${to}`)}
            </Button>
          ))}
        </span>
      }
    />
  );
}

function Handling({ order, to, close }: Change & { close: () => void }) {
  const { t } = useTranslation();
  const handle = useHandleOrder();
  const [note, setNote] = useState('');
  const back = GIVES_BACK.includes(to);
  return (
    <Modal opened onClose={close} title={t('shop.act_of', { act: t(`shop.act_${to}`), name: order.item.name })} centered>
      <div className={classes.form}>
        <p className={classes.soft}>{t(back ? 'shop.gives_back' : 'shop.goes_on', { count: order.cost })}</p>
        {order.wish && <p className={classes.wish}>{order.wish}</p>}
        <Textarea label={t('shop.note')} autosize minRows={2} maxRows={6} maxLength={NOTE_LENGTH_MAX} value={note} onChange={(e) => { setNote(e.currentTarget.value); }} data-autofocus />
        <FormError message={handle.error && explain(asProblem(handle.error), t)} />
        <FormEnd>
          <Button variant="default" onClick={close}>
            {t('common.cancel')}
          </Button>
          <Button color={back ? 'red' : undefined} loading={handle.isPending} onClick={() => { handle.mutate({ id: order.id, state: to, note: note.trim() }, { onSuccess: close }); }}>
            {t(`shop.act_${to}`)}
          </Button>
        </FormEnd>
      </div>
    </Modal>
  );
}
