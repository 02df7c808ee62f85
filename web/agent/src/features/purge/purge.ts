import { queryOptions } from '@tanstack/react-query';
import { get, put } from '@/api/client';
import { keys } from '@/api/query-client';
import { useAct } from '@/kit/act';

/** Days spam and deleted tickets are kept; null for ever. */
export interface Purge {
  after_days: number | null;
}

export const purgeQuery = queryOptions({ queryKey: keys.purge, queryFn: ({ signal }) => get<Purge>('/purge', {}, signal) });

export const useChangePurge = () => useAct((purge: Purge) => put<Purge>('/purge', purge), [keys.purge], true);
