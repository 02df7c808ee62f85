import { ActionIcon, Button, Menu, SegmentedControl } from '@mantine/core';
import { IconDots, IconHeart } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Kudos } from '@/api/types';
import { AgentFace } from '@/features/agents/agent-face';
import { Coins } from '@/features/coins/coin';
import { Confirm } from '@/kit/confirm';
import { Empty, Failed, Waiting } from '@/kit/states';
import { When } from '@/kit/time';
import { kudosQuery, useWithdrawKudos, WHOSE, type Whose } from './kudos';
import classes from './kudos.module.css';

/** Who thanked whom for what, the latest first. */
export function KudosList() {
  const { t } = useTranslation();
  const [whose, setWhose] = useState<Whose>('all');
  const query = useInfiniteQuery(kudosQuery(whose));
  const [gone, setGone] = useState<Kudos>();
  const withdraw = useWithdrawKudos();
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <div className={classes.tools}>
        <SegmentedControl aria-label={t('kudos.whose')} size="xs" value={whose} onChange={(value) => { setWhose(WHOSE.find((each) => each === value) ?? 'all'); }} data={WHOSE.map((value) => ({ value, label: t(`kudos.whose_${value}`) }))} />
      </div>
      {query.isError && <Failed error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Waiting rows={4} height={84} />}
      {query.isSuccess && items.length === 0 && (
        <Empty icon={<IconHeart size={32} stroke={1.4} />} title={t('kudos.none')}>
          <p>{t('kudos.none_lead')}</p>
        </Empty>
      )}
      <ul className={classes.wall} aria-label={t('kudos.title')}>
        {items.map((kudos) => (
          <Card key={kudos.id} kudos={kudos} withdraw={() => { setGone(kudos); }} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button fullWidth size="xs" variant="subtle" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('coins.more')}
        </Button>
      )}
      <Confirm
        opened={gone !== undefined}
        close={() => { setGone(undefined); }}
        title={t('kudos.withdraw')}
        verb={t('kudos.withdraw')}
        busy={withdraw.isPending}
        act={() => { if (gone) withdraw.mutate(gone.id, { onSettled: () => { setGone(undefined); } }); }}
      >
        <p>{t('kudos.withdraw_lead')}</p>
      </Confirm>
    </>
  );
}

function Card({ kudos, withdraw }: { kudos: Kudos; withdraw: () => void }) {
  const { t } = useTranslation();
  const from = kudos.from ?? { id: '', name: '' };
  const to = kudos.to ?? { id: '', name: '' };
  return (
    <li className={classes.card}>
      <span className={classes.faces} aria-hidden="true">
        <AgentFace agent={from} size={32} />
        <AgentFace agent={to} size={32} />
      </span>
      <div>
        <p className={classes.who}>{t('kudos.thanked', { from: from.name, to: to.name })}</p>
        {kudos.message && <p className={classes.words}>{kudos.message}</p>}
        <div className={classes.foot}>
          <When at={kudos.at} />
          {kudos.coins > 0 && <Coins n={kudos.coins} signed />}
          {kudos.ticket && (
            <Link to="/tickets/$code" params={{ code: kudos.ticket.code }} search={{ view: 'all' }}>
              {kudos.ticket.code} · {kudos.ticket.subject}
            </Link>
          )}
        </div>
      </div>
      {kudos.abilities.withdraw && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon aria-label={t('common.more_of', { name: to.name })}>
              <IconDots size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item color="red" onClick={withdraw}>
              {t('kudos.withdraw')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  );
}
