import { queryOptions } from '@tanstack/react-query';
import { all } from '@/api/pages';
import { keys } from '@/api/query-client';
import type { Department } from '@/api/types';

const FRESH_MS = 5 * 60_000;

export const departmentsQuery = queryOptions({
  queryKey: keys.departments,
  queryFn: ({ signal }) => all<Department>('/departments', {}, signal),
  staleTime: FRESH_MS,
});
