import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call, get, ifMatch, patch, post, remove } from '@/api/client';
import { keys } from '@/api/query-client';
import type { Contest, ContestTable, ContestWish, Page } from '@/api/types';
import { useAct } from '@/kit/act';

export const AMONG = ['all_agents', 'agents', 'departments'] as const;
export const TEAM_VALUES = ['sum', 'per_head'] as const;
export const PRIZES_MAX = 20;
export const PRIZE_MAX = 100_000;
export const CONTEST_TEXT_MAX = 2_000;
export const PRIZE_TEXT_MAX = 200;

const PAGE = 30;

/** The latest first. */
export const contestsQuery = infiniteQueryOptions({
  queryKey: [...keys.contests, 'list'],
  initialPageParam: '',
  queryFn: ({ pageParam, signal }) => call<Page<Contest>>('GET', '/contests', { query: { limit: PAGE, cursor: pageParam }, signal }),
  getNextPageParam: ({ next }) => next,
});

export const contestQuery = (id: string) =>
  queryOptions({ queryKey: [...keys.contests, 'one', id], queryFn: ({ signal }) => get<Contest>(`/contests/${id}`, {}, signal) });

export const standingsQuery = (id: string) =>
  queryOptions({ queryKey: [...keys.standings, id], queryFn: ({ signal }) => get<ContestTable>(`/contests/${id}/standings`, {}, signal) });

export const useSaveContest = (contest: Contest | null) =>
  useAct(
    (wish: ContestWish) => (contest ? patch<Contest>(`/contests/${contest.id}`, wish, ifMatch(contest.version)) : post<Contest>('/contests', wish)),
    [keys.contests],
    true,
  );

export const useCancelContest = () => useAct((id: string) => post<Contest>(`/contests/${id}/cancellation`, {}), [keys.contests]);

export const useDeleteContest = () => useAct((id: string) => remove(`/contests/${id}`), [keys.contests]);

const dated = (day: string) => new Date(`${day}T00:00:00Z`);

/** "9 – 15 Mar 2026". */
export const span = ({ first_day: first, last_day: last }: Pick<Contest, 'first_day' | 'last_day'>, language: string) =>
  new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).formatRange(dated(first), dated(last));

/** The day it is here, as the server writes days. */
export function today(): string {
  const now = new Date();
  return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())).toISOString().slice(0, 10);
}

export const daysBetween = (from: string, to: string) => Math.round((dated(to).getTime() - dated(from).getTime()) / 86_400_000);
