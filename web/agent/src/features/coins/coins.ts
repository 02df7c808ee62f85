import { infiniteQueryOptions } from '@tanstack/react-query';
import { get, post } from '@/api/client';
import { keys } from '@/api/query-client';
import type { CoinEntry, CoinLedger } from '@/api/types';
import { useAct } from '@/kit/act';

export const GRANT_MAX = 100_000;
export const REASON_LENGTH_MAX = 500;
const PAGE = 50;

/** @param agent none for my own */
export const ledgerQuery = (agent: string | null) =>
  infiniteQueryOptions({
    queryKey: [...keys.game, 'coins', agent],
    queryFn: ({ pageParam, signal }) => get<CoinLedger>('/coins', { limit: PAGE, cursor: pageParam, agent }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });

export const useGrantCoins = () => useAct((grant: { agent: string; coins: number; reason: string }) => post<CoinEntry>('/coins', grant), [keys.game], true);
