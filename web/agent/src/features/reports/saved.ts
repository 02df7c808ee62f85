import { queryOptions } from '@tanstack/react-query';
import { ifMatch, patch, post, remove } from '@/api/client';
import { all } from '@/api/pages';
import { keys } from '@/api/query-client';
import { useAct } from '@/kit/act';
import { RANGES, type Cut, type Range } from './period';
import type { Chart, ReportSearch } from './search';

/** Periods that move on with the days, as the server keeps them. */
export const MOVING = [
  'today', 'yesterday', 'last_7_days', 'last_30_days', 'this_week', 'last_week', 'this_month', 'last_month', 'this_quarter', 'last_quarter', 'this_year', 'last_year',
] as const satisfies readonly Range[];
export type Moving = (typeof MOVING)[number];

export interface ReportDefinition {
  report: string;
  period: Moving;
  by?: Cut | null;
  department?: string | null;
  agent?: string | null;
  channel?: string | null;
  tag?: string | null;
  columns?: string[] | null;
  compare: boolean;
  chart?: Exclude<Chart, 'none'> | 'table' | null;
}

export interface ReportSchedule {
  every: 'day' | 'week' | 'month';
  hour: number;
  weekday?: number | null;
  day?: number | null;
  format: 'csv' | 'xlsx';
  agents: string[];
}

export interface SavedReport {
  id: string;
  name: string;
  owner: string;
  everyone: boolean;
  agents: string[];
  departments: string[];
  definition: ReportDefinition;
  schedule?: ReportSchedule | null;
  next_at?: string | null;
  version: number;
}

export type ReportWords = Pick<SavedReport, 'name' | 'everyone' | 'agents' | 'departments' | 'definition'> & { schedule: ReportSchedule | null };

const KEY = [...keys.reports, 'saved'];

export const savedReportsQuery = queryOptions({
  queryKey: KEY,
  queryFn: ({ signal }) => all<SavedReport>('/saved-reports', {}, signal),
});

export const useSaveReport = (saved: SavedReport | undefined) =>
  useAct(
    (words: ReportWords) => (saved ? patch<SavedReport>(`/saved-reports/${saved.id}`, words, ifMatch(saved.version)) : post<SavedReport>('/saved-reports', words)),
    [KEY],
    true,
  );

export const useDeleteReport = () => useAct((id: string) => remove(`/saved-reports/${id}`), [KEY]);

/** The moving period that is meant by what is on the screen. */
const movingOf = (search: ReportSearch): Moving => {
  if (search.range === 'last_7') return 'last_7_days';
  return MOVING.find((one) => one === search.range) ?? 'last_30_days';
};

/** What is on the screen, to be kept. */
export function definitionOf(report: string, { by, department, agent, channel, tag, compare, chart, columns, ...search }: ReportSearch): ReportDefinition {
  return {
    report,
    period: movingOf(search),
    compare: compare ?? false,
    ...(by && { by }),
    ...(department && { department }),
    ...(agent && { agent }),
    ...(channel && { channel }),
    ...(tag && { tag }),
    ...(columns && { columns: columns.split(',') }),
    ...(chart && { chart: chart === 'none' ? 'table' : chart }),
  };
}

/** What is kept, to be on the screen. */
export function searchOf({ id, definition }: SavedReport): ReportSearch {
  const { period, by, department, agent, channel, tag, columns, compare, chart } = definition;
  const range = RANGES.find((one) => one === period);
  return {
    saved: id,
    ...(range && { range }),
    ...(by && { by }),
    ...(department && { department }),
    ...(agent && { agent }),
    ...(channel && { channel }),
    ...(tag && { tag }),
    ...(columns && { columns: columns.join(',') }),
    ...(compare && { compare }),
    ...(chart && { chart: chart === 'table' ? 'none' : chart }),
  };
}
