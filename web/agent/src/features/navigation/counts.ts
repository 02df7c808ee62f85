import { queryOptions } from '@tanstack/react-query';
import { get } from '@/api/client';
import { keys } from '@/api/query-client';
import type { Counts } from '@/api/types';

const FRESH_MS = 5_000;

export const countsQuery = queryOptions({
  queryKey: keys.counts,
  queryFn: ({ signal }) => get<Counts>('/counts', {}, signal),
  staleTime: FRESH_MS,
});
