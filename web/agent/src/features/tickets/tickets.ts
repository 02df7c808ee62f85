import { infiniteQueryOptions, queryOptions, type InfiniteData, type QueryClient } from '@tanstack/react-query';
import { get } from '@/api/client';
import { all } from '@/api/pages';
import { keys } from '@/api/query-client';
import type { HistoryLine, Message, Page, Ticket, TicketRow } from '@/api/types';

/** Fills a tall screen twice over; the next page is asked for long before its end. */
const PAGE = 60;

export interface TicketFilter {
  status?: string;
  department?: string;
  assignee?: string;
  tag?: string;
  customer?: string;
  due?: string;
  q?: string;
  /** The id of a saved view. */
  view?: string;
  sort?: string;
}

export type TicketPages = InfiniteData<Page<TicketRow>>;

export const ticketsQuery = (filter: TicketFilter) =>
  infiniteQueryOptions({
    queryKey: [...keys.lists, filter],
    queryFn: ({ pageParam, signal }) => get<Page<TicketRow>>('/tickets', { ...filter, limit: PAGE, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    staleTime: 5_000,
  });

/** How many tickets a list has, not only those that were read. */
export const ticketCountQuery = (list: TicketFilter) => {
  const filter = { ...list, sort: undefined };
  return queryOptions({
    queryKey: [...keys.lists, 'count', filter],
    queryFn: ({ signal }) => get<{ count: number; more: boolean }>('/tickets/count', filter, signal),
    staleTime: 5_000,
  });
};

/** Every ticket in any list we hold, each once. */
export function known(client: QueryClient): TicketRow[] {
  const rows = new Map<string, TicketRow>();
  for (const [, data] of client.getQueriesData<TicketPages>({ queryKey: keys.lists })) {
    for (const page of data?.pages ?? []) for (const row of page.items) rows.set(row.code, row);
  }
  return [...rows.values()];
}

/** The row of a ticket in any list we hold: enough to draw its head while the rest is on its way. */
export function listed(client: QueryClient, code: string): TicketRow | undefined {
  for (const [, data] of client.getQueriesData<TicketPages>({ queryKey: keys.lists })) {
    const row = data?.pages.flatMap((page) => page.items).find((item) => item.code === code);
    if (row) return row;
  }
  return undefined;
}

export const ticketQuery = (code: string) =>
  queryOptions({
    queryKey: keys.ticket(code),
    queryFn: ({ signal }) => get<Ticket>(`/tickets/${code}`, {}, signal),
  });

export const messagesQuery = (code: string) =>
  queryOptions({
    queryKey: keys.messages(code),
    queryFn: ({ signal }) => all<Message>(`/tickets/${code}/messages`, {}, signal),
  });

export const historyQuery = (code: string) =>
  queryOptions({
    queryKey: keys.history(code),
    queryFn: ({ signal }) => all<HistoryLine>(`/tickets/${code}/history`, {}, signal),
  });

/** Reads ahead, so that the next ticket opens without a wait. */
export function readAhead(client: QueryClient, code: string | undefined) {
  if (!code) return;
  void client.prefetchQuery(ticketQuery(code));
  void client.prefetchQuery(messagesQuery(code));
}
