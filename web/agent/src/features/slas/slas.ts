import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get } from '@/api/client';
import { all } from '@/api/pages';
import { keys } from '@/api/query-client';
import type { Page, SlaLevel, SlaLogLine, SlaLogSummary, SlaRule, TicketPromises } from '@/api/types';

export const CLOCKS = ['first_answer', 'next_answer', 'first_assign', 'first_resolve', 'chat_pickup', 'call_pickup'] as const;
export const CLOCK_STATES = ['running', 'paused', 'met', 'missed', 'not_applicable'] as const;
/** Statuses that a level may let its clocks stand still in. */
export const MAY_PAUSE = ['answered', 'pending', 'postponed'] as const;

const RECOUNTED_MS = 2_000;
const PAGE = 50;

/** While clocks are computed anew the numbers change by themselves. */
export const levelsQuery = queryOptions({
  queryKey: keys.slaLevels,
  queryFn: ({ signal }) => all<SlaLevel>('/sla-levels', {}, signal),
  refetchInterval: ({ state }) => (state.data?.some((level) => level.recounting > 0) ? RECOUNTED_MS : false),
});

export const rulesQuery = queryOptions({
  queryKey: keys.slaRules,
  queryFn: ({ signal }) => all<SlaRule>('/sla-rules', {}, signal),
});

/** Under the ticket's own key: what changes the ticket makes it stale, too. */
export const promisesQuery = (code: string) =>
  queryOptions({
    queryKey: [...keys.ticket(code), 'sla'],
    queryFn: ({ signal }) => get<TicketPromises>(`/tickets/${code}/sla`, {}, signal),
  });

export const departmentLevelQuery = (department: string) =>
  queryOptions({
    queryKey: [...keys.slaLevels, 'department', department],
    queryFn: ({ signal }) => get<{ level: { id: string; name: string } | null }>(`/departments/${department}/sla-level`, {}, signal),
  });

export interface LogFilter {
  state?: string;
  clock?: string;
  level?: string;
  department?: string;
  from?: string;
  to?: string;
}

export const logQuery = (filter: LogFilter) =>
  infiniteQueryOptions({
    queryKey: [...keys.slaLog, filter],
    queryFn: ({ pageParam, signal }) => get<Page<SlaLogLine>>('/sla-log', { ...filter, limit: PAGE, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });

export const logSummaryQuery = (filter: LogFilter) =>
  queryOptions({
    queryKey: [...keys.slaLog, 'summary', filter],
    queryFn: ({ signal }) => get<SlaLogSummary>('/sla-log/summary', { ...filter }, signal),
    placeholderData: keepPreviousData,
  });
