import { queryOptions } from '@tanstack/react-query';
import { call, get, put } from '@/api/client';
import { keys } from '@/api/query-client';
import type { Heard, Onlooker, Page, ViewTime } from '@/api/types';

/** A beat must come well before the server takes the tab for gone (40 s). */
export const BEAT_MS = 15_000;

/** Everybody who has a ticket on screen. */
export const attentionQuery = queryOptions({
  queryKey: keys.attention,
  queryFn: ({ signal }) => get<Page<Onlooker>>('/attention', {}, signal),
  select: (page) => page.items,
  // Every row of a list asks for it; the stream tells when it is old.
  staleTime: 60_000,
});

export const viewTimeQuery = (code: string) =>
  queryOptions({
    queryKey: keys.viewTime(code),
    queryFn: ({ signal }) => get<ViewTime>(`/tickets/${code}/view-time`, {}, signal),
  });

export interface Beat {
  state: 'viewing' | 'typing';
  tab: string;
  seconds: number;
}

export const beat = (code: string, said: Beat) => put<Heard>(`/tickets/${code}/attention`, said);

/** The last words of a tab; they outlive the page. */
export const leave = (code: string, { tab, seconds }: Omit<Beat, 'state'>) =>
  call('DELETE', `/tickets/${code}/attention`, { query: { tab, seconds }, keepalive: true });
