import { queryOptions } from '@tanstack/react-query';
import { all } from '@/api/pages';
import { keys } from '@/api/query-client';
import type { Workload } from '@/api/types';

const FRESH_MS = 60_000;

/** Of the departments one leads; empty for everybody else. */
export const workloadQuery = queryOptions({
  queryKey: keys.workload,
  queryFn: ({ signal }) => all<Workload>('/workload', {}, signal),
  staleTime: FRESH_MS,
  refetchInterval: FRESH_MS,
});
