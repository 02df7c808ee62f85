import { queryOptions, useMutation } from '@tanstack/react-query';
import { post, remove } from '@/api/client';
import { all } from '@/api/pages';
import { keys } from '@/api/query-client';
import type { AccessLink, Welcome } from '@/api/types';
import { useAct } from '@/kit/act';

/** While a mail is on its way. */
const LOOK_EVERY_MS = 3_000;

const isWaiting = (links: AccessLink[] | undefined) => links?.some(({ state }) => state === 'waiting');

export const accessLinksQuery = queryOptions({
  queryKey: keys.accessLinks,
  queryFn: ({ signal }) => all<AccessLink>('/access-links', {}, signal),
});

export const accessLinksOfQuery = (agent: string) =>
  queryOptions({
    queryKey: keys.accessLinksOf(agent),
    queryFn: ({ signal }) => all<AccessLink>(`/agents/${agent}/access-links`, {}, signal),
    refetchInterval: (query) => (isWaiting(query.state.data) ? LOOK_EVERY_MS : false),
  });

/** By mail, or told here to be handed over: shown this once, kept nowhere. */
export const useInvite = () =>
  useAct(({ agent, mail }: { agent: string; mail: boolean }) => post<AccessLink>(`/agents/${agent}/access-links`, { mail }), [keys.accessLinks]);

export const useRevokeInvitation = () => useAct((agent: string) => remove(`/agents/${agent}/access-links`), [keys.accessLinks]);

export const useAskReset = () => useMutation({ mutationFn: (email: string) => post<unknown>('/password-resets', { email }) });

export const welcomeQuery = (token: string) =>
  queryOptions({
    queryKey: ['welcome', token],
    queryFn: () => post<Welcome>('/access-links/opened', { token }),
    enabled: token !== '',
    staleTime: Infinity,
    retry: false,
  });

export const useComeIn = () => useMutation({ mutationFn: (words: { token: string; name?: string; password: string }) => post<unknown>('/access-links/used', words) });
