import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { post } from '@/api/client';
import { keys } from '@/api/query-client';
import type { Due } from '@/api/types';
import type { Hours } from './hours';

/** What is due by these hours, and the stretches that were counted. */
export const dueQuery = (calendar: Hours, start: string | undefined, seconds: number) =>
  queryOptions({
    queryKey: [...keys.due, calendar, start, seconds],
    queryFn: () => post<Due>('/business-hours/compute', { calendar, start, add_seconds: seconds, steps: true }),
    enabled: Boolean(start) && Number.isFinite(seconds),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
