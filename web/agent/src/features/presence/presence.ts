import { queryOptions } from '@tanstack/react-query';
import { get } from '@/api/client';
import { all } from '@/api/pages';
import { keys } from '@/api/query-client';
import type { PauseReason, Presence } from '@/api/types';

/** Also the sign of life: the server takes an agent offline whose browser is silent for minutes. */
const BEAT_MS = 60_000;

export const presenceQuery = (agent: string) =>
  queryOptions({
    queryKey: keys.presenceOf(agent),
    queryFn: ({ signal }) => get<Presence>(`/agents/${agent}/presence`, {}, signal),
    refetchInterval: BEAT_MS,
    refetchIntervalInBackground: true,
  });

export const teamQuery = queryOptions({
  queryKey: keys.team,
  queryFn: ({ signal }) => all<Presence>('/presence', {}, signal),
});

export const pauseReasonsQuery = queryOptions({
  queryKey: keys.pauseReasons,
  queryFn: ({ signal }) => all<PauseReason>('/pause-reasons', {}, signal),
});
