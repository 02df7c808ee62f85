import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get } from '@/api/client';
import { keys } from '@/api/query-client';
import type { Found, SimilarTicket } from '@/api/types';

const PAGE = 25;
/** The server refuses longer texts. */
export const TYPED_MAX = 500;
export const LONG_ENOUGH = 2;

/** What the first keystrokes find, for the palette. */
export const quickSearchQuery = (q: string, limit: number) =>
  queryOptions({
    queryKey: [...keys.search, 'quick', q, limit],
    queryFn: ({ signal }) => get<Found>('/search', { q, limit }, signal),
    staleTime: 5_000,
    placeholderData: (before) => before,
  });

export const searchQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: [...keys.search, q],
    queryFn: ({ pageParam, signal }) => get<Found>('/search', { q, limit: PAGE, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    staleTime: 5_000,
    enabled: q.length > 0,
  });

export const similarQuery = (code: string) =>
  queryOptions({
    queryKey: [...keys.ticket(code), 'similar'],
    queryFn: ({ signal }) => get<{ items: SimilarTicket[] }>(`/tickets/${code}/similar`, {}, signal),
    staleTime: 60_000,
  });
