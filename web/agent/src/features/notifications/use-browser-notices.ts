import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '@/api/client';
import type { Notification as Told, Page } from '@/api/types';
import { notificationSettingsQuery, unreadQuery } from './notifications';
import { saying } from './saying';

const AT_ONCE_MAX = 3;

/** May the browser show notices, as far as it was asked. */
export const noticesAllowed = () => 'Notification' in window && Notification.permission === 'granted';

/** Shows what is new as notices of the browser while the page is out of sight, of the kinds the agent chose. */
export function useBrowserNotices() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { data: unread } = useQuery(unreadQuery);
  const { data: settings } = useQuery({ ...notificationSettingsQuery, enabled: noticesAllowed() });
  const before = useRef<number>(undefined);
  const newest = useRef<string>(undefined);

  useEffect(() => {
    const grew = before.current !== undefined && unread !== undefined && unread > before.current;
    before.current = unread;
    if (!grew || !settings || !noticesAllowed() || document.visibilityState === 'visible') return;
    void get<Page<Told>>('/notifications', { unread: true, limit: AT_ONCE_MAX }).then(({ items }) => {
      const fresh = items.filter((item) => !newest.current || item.id > newest.current);
      newest.current = items[0]?.id ?? newest.current;
      for (const item of fresh) {
        if (!settings.kinds.some((how) => how.kind === item.kind && how.browser)) continue;
        // One name for all windows: the browser shows it once.
        const about = item.ticket ? `${item.ticket.code}  ${item.ticket.subject}` : (item.rule?.name ?? '');
        const notice = new Notification(saying(item, t), { body: item.count === null ? about : '', tag: item.id });
        notice.onclick = () => {
          window.focus();
          notice.close();
          if (item.count !== null) void navigate({ to: '/tickets', search: { view: 'mine' } });
          else if (item.ticket) void navigate({ to: '/tickets/$code', params: { code: item.ticket.code }, search: { view: 'all' } });
          else if (item.prize) void navigate({ to: '/game' });
          else if (item.rule) void navigate({ to: '/settings/rules/$id', params: { id: item.rule.id } });
        };
      }
    }, () => {});
  }, [client, navigate, settings, t, unread]);
}
