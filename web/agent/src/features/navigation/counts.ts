import { queryOptions } from '@tanstack/react-query';
import { get } from '@/api/client';
import { keys } from '@/api/query-client';
import type { Counts } from '@/api/types';

const FRESH_MS = 5_000;

export const countsQuery = queryOptions({
  queryKey: keys.counts,
  queryFn: ({ signal }) => get<Counts>('/counts', { saved: 'false' }, signal),
  staleTime: FRESH_MS,
});

/** The numbers of saved views, which take longer: read apart, so that the others never wait for them. */
export const savedCountsQuery = queryOptions({
  queryKey: keys.savedCounts,
  queryFn: async ({ signal }) => (await get<Counts>('/counts', { saved: 'true' }, signal)).saved,
  staleTime: FRESH_MS,
});
