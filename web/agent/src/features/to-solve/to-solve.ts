import { queryOptions } from '@tanstack/react-query';
import { get } from '@/api/client';
import { keys } from '@/api/query-client';
import type { ToSolve } from '@/api/types';

const FRESH_MS = 5_000;

/** How many tickets the agent may take now; stale with the numbers beside the views. */
export const toSolveQuery = queryOptions({
  queryKey: keys.toSolve,
  queryFn: ({ signal }) => get<ToSolve>('/to-solve', {}, signal),
  staleTime: FRESH_MS,
});
