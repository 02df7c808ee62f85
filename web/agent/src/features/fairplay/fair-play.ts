import { queryOptions } from '@tanstack/react-query';
import { get } from '@/api/client';
import { all } from '@/api/pages';
import { keys } from '@/api/query-client';
import type { FairPlayCase, FairPlayFlag } from '@/api/types';

export const DAYS = [7, 30, 90] as const;

interface Days { from: string; to: string }

export const flagsQuery = ({ from, to }: Days) =>
  queryOptions({ queryKey: [...keys.fairPlay, from, to], queryFn: async ({ signal }) => (await get<{ flags: FairPlayFlag[] }>('/fair-play', { from, to }, signal)).flags });

export const casesQuery = (kind: FairPlayFlag['kind'], agent: string, { from, to }: Days) =>
  queryOptions({ queryKey: [...keys.fairPlay, from, to, kind, agent], queryFn: ({ signal }) => all<FairPlayCase>(`/fair-play/${kind}/evidence`, { agent, from, to }, signal) });
