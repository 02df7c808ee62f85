import { ActionIcon, Button, Popover, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBell } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Notification } from '@/api/types';
import { AgentFace } from '@/features/agents/agent-face';
import { useCommands } from '@/kit/commands';
import { Face } from '@/kit/face';
import { Failed, Waiting } from '@/kit/states';
import { When } from '@/kit/time';
import { notificationsQuery, unreadQuery, useMarkNotification, useReadAll } from './notifications';
import { saying } from './saying';
import classes from './bell.module.css';

const SHOWN_MAX = 99;

/** Where the game shows what it is about; badges and levels on the page about oneself. */
const PRIZES: Partial<Record<Notification['kind'], '/game/kudos' | '/game/quests' | '/game/shop' | '/game/coaching' | '/game/contests' | '/game/wall'>> = {
  coached: '/game/coaching',
  coaching_answered: '/game/coaching',
  goal_set: '/game/coaching',
  praised: '/game/coaching',
  kudos_received: '/game/kudos',
  contest_opened: '/game/contests',
  contest_won: '/game/contests',
  wall_commented: '/game/wall',
  quest_completed: '/game/quests',
  quest_undone: '/game/quests',
  order_placed: '/game/shop',
  order_changed: '/game/shop',
};

function Item({ notification, close }: { notification: Notification; close: () => void }) {
  const { t } = useTranslation();
  const mark = useMarkNotification();
  const { id, ticket, rule, department, prize, read, by, at } = notification;
  const many = notification.count !== null;
  const subject = many ? '' : (ticket?.subject ?? rule?.name ?? '');
  return (
    <li className={classes.item} data-unread={!read || undefined}>
      <Link
        {...(many
          ? { to: '/tickets' as const, search: { view: 'mine' as const } }
          : ticket
            ? { to: '/tickets/$code' as const, params: { code: ticket.code }, search: { view: 'all' as const } }
            : department
              ? { to: '/settings/workload' as const }
              : prize
                ? { to: PRIZES[notification.kind] ?? '/game' }
                : { to: '/settings/rules/$id' as const, params: { id: rule?.id ?? '' } })}
        className={classes.link}
        onClick={() => {
          if (!read) mark.mutate({ id, read: true });
          close();
        }}
      >
        {by?.kind === 'agent' ? <AgentFace agent={by} size={26} /> : <Face name={by?.name ?? 'Fourleaf'} size={26} />}
        <span className={classes.words}>
          <span className={classes.what}>{saying(notification, t)}</span>
          {subject && (
            <span className={classes.subject} title={subject}>
              {subject}
            </span>
          )}
        </span>
        <span className={classes.when}>
          <When at={at} narrow />
        </span>
        {!read && <span className="for-ears">{t('notification.unread')}</span>}
      </Link>
      <Tooltip label={t(read ? 'notification.mark_unread' : 'notification.mark_read')}>
        <button
          type="button"
          className={classes.dot}
          aria-label={t(read ? 'notification.mark_unread' : 'notification.mark_read')}
          onClick={() => { mark.mutate({ id, read: !read }); }}
        />
      </Tooltip>
    </li>
  );
}

function List({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const query = useInfiniteQuery(notificationsQuery);
  const readAll = useReadAll();
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const { data: unread = 0 } = useQuery(unreadQuery);
  return (
    <>
      <header className={classes.head}>
        <h2 tabIndex={-1} data-autofocus>
          {t('notification.title')}
        </h2>
        <Button size="xs" variant="subtle" disabled={unread === 0} onClick={() => { readAll.mutate(items[0]?.id); }}>
          {t('notification.read_all')}
        </Button>
      </header>
      {query.isPending && <Waiting rows={4} height={56} />}
      {query.isError && <Failed error={query.error} retry={() => void query.refetch()} />}
      {query.isSuccess && items.length === 0 && <p className={classes.none}>{t('notification.none')}</p>}
      <ul className={classes.list}>
        {items.map((notification) => (
          <Item key={notification.id} notification={notification} close={close} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button fullWidth size="xs" variant="subtle" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('notification.more')}
        </Button>
      )}
      <footer className={classes.foot}>
        <Link to="/settings/account" hash="notifications" onClick={close}>
          {t('notification.settings')}
        </Link>
      </footer>
    </>
  );
}

/** In the bar of every screen: how much is new, and what. */
export function Bell() {
  const { t } = useTranslation();
  const [opened, { toggle, close, open }] = useDisclosure(false);
  const { data: unread = 0 } = useQuery(unreadQuery);
  const readAll = useReadAll();
  const label = unread > 0 ? t('notification.count', { count: unread }) : t('notification.title');
  useCommands([
    { id: 'notifications', label: t('notification.title'), group: t('palette.everywhere'), keys: ['b'], act: open },
    ...(unread > 0 ? [{ id: 'notifications-read', label: t('notification.read_all'), group: t('palette.everywhere'), act: () => { readAll.mutate(undefined); } }] : []),
  ]);
  return (
    <Popover opened={opened} onChange={(now) => { if (!now) close(); }} position="bottom-end" width={360} trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Tooltip label={label} disabled={opened}>
          <ActionIcon aria-label={label} aria-expanded={opened} onClick={toggle} className={classes.bell}>
            <IconBell size={18} stroke={1.6} />
            {unread > 0 && (
              <span className={classes.number} aria-hidden="true">
                {unread > SHOWN_MAX ? `${SHOWN_MAX}+` : unread}
              </span>
            )}
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown p={0} className={classes.dropdown} aria-label={t('notification.title')}>
        {opened && <List close={close} />}
      </Popover.Dropdown>
    </Popover>
  );
}
