import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { get, ifMatch, patch, post } from '@/api/client';
import { keys } from '@/api/query-client';
import type { Notification, NotificationHow, NotificationSettings, Page } from '@/api/types';
import { useAct } from '@/kit/act';

const PAGE = 30;

export const unreadQuery = queryOptions({
  queryKey: keys.unread,
  queryFn: async ({ signal }) => (await get<{ unread: number }>('/notifications/count', {}, signal)).unread,
  staleTime: 60_000,
});

export const notificationsQuery = infiniteQueryOptions({
  queryKey: keys.notifications,
  queryFn: ({ pageParam, signal }) => get<Page<Notification>>('/notifications', { limit: PAGE, cursor: pageParam }, signal),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.next,
  staleTime: 5_000,
});

export const notificationSettingsQuery = queryOptions({
  queryKey: keys.notificationSettings,
  queryFn: ({ signal }) => get<NotificationSettings>('/notifications/settings', {}, signal),
});

const STALE = [keys.unread, keys.notifications];

/** Marks one as read, or as unread again. */
export const useMarkNotification = () => useAct(({ id, read }: { id: string; read: boolean }) => patch(`/notifications/${id}`, { read }), STALE);

/** Marks all as read that are on screen; what came since stays. */
export const useReadAll = () => useAct((upTo: string | undefined) => post('/notifications/read', upTo ? { up_to: upTo } : {}), STALE);

/** Who opens a ticket has read what there was to say of it. */
export const useReadOfTicket = () => useAct((code: string) => post('/notifications/read', { ticket: code }), STALE, true);

export interface Preference {
  mail_after_minutes?: number;
  kinds?: NotificationHow[];
}

export function useChangeNotificationSettings() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wish: Preference) =>
      patch<NotificationSettings>('/notifications/settings', wish, ifMatch(client.getQueryData<NotificationSettings>(keys.notificationSettings)?.version)),
    onSuccess: (settings) => { client.setQueryData(keys.notificationSettings, settings); },
    onError: () => void client.invalidateQueries({ queryKey: keys.notificationSettings }),
  });
}
