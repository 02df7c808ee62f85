import { queryOptions } from '@tanstack/react-query';
import { post, remove } from '@/api/client';
import { all } from '@/api/pages';
import { keys } from '@/api/query-client';
import type { ApiToken } from '@/api/types';
import { useAct } from '@/kit/act';

export const tokensQuery = queryOptions({
  queryKey: keys.tokens,
  queryFn: ({ signal }) => all<ApiToken>('/tokens', {}, signal),
});

/** Of one agent; an owner alone sees another's. */
export const tokensOfQuery = (agent: string) =>
  queryOptions({ queryKey: keys.tokensOf(agent), queryFn: ({ signal }) => all<ApiToken>('/tokens', { agent }, signal) });

export interface TokenWords {
  name: string;
  expires_at?: string;
  addresses?: string[];
}

/** The answer holds the token itself: shown this once, kept nowhere. */
export const useMakeToken = () => useAct((words: TokenWords) => post<{ id: string; token: string }>('/tokens', words), [keys.tokens], true);

export const useRevokeToken = () => useAct((id: string) => remove(`/tokens/${id}`), [keys.tokens]);
