import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call, get, patch, post, remove } from '@/api/client';
import { asProblem } from '@/api/problem';
import { keys } from '@/api/query-client';
import type { Language, Session, Setup, Theme } from '@/api/types';
import { forgetAll, handOver } from '@/features/composer/kept-here';
import { failed } from '@/kit/toast';

/** The session, or null where nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: keys.session,
  queryFn: async ({ signal }) => {
    try {
      return await call<Session>('GET', '/session', { signal });
    } catch (error) {
      if (asProblem(error).status === 401) return null;
      throw error;
    }
  },
  staleTime: Infinity,
  gcTime: Infinity,
});

export const setupQuery = queryOptions({
  queryKey: keys.setup,
  queryFn: ({ signal }) => get<Setup>('/setup', {}, signal),
  staleTime: Infinity,
});

/** The signed-in agent's session; only for scenes behind the sign-in. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery);
  if (!data) throw new Error('No session behind the sign-in.');
  return data;
}

export function useMay(permission: string) {
  return usePermissions()(permission);
}

/** Asked of several permissions at once. */
export function usePermissions() {
  const { agent, permissions } = useSession();
  return (permission: string) => agent.role === 'owner' || permissions.includes(permission);
}

/** Puts a fresh session in the place of the old one; another agent finds nothing of the one before. */
export function useWelcome() {
  const client = useQueryClient();
  return (session: Session) => {
    const before = client.getQueryData<Session | null>(keys.session);
    if (before?.agent.id !== session.agent.id) client.removeQueries({ predicate: (q) => q.queryKey[0] !== keys.session[0] });
    client.setQueryData(keys.session, session);
  };
}

export function useSignIn() {
  const welcome = useWelcome();
  return useMutation({
    mutationFn: (who: { email: string; password: string }) => post<Session>('/session', who),
    onSuccess: welcome,
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const agent = client.getQueryData<Session | null>(keys.session)?.agent.id;
      if (agent) await handOver(agent);
      await remove('/session');
    },
    onSuccess: () => {
      forgetAll();
      client.clear();
      window.location.assign('/sign-in');
    },
    onError: failed,
  });
}

interface Me {
  name?: string;
  alias?: string | null;
  language?: Language;
  theme?: Theme;
  signature_html?: string;
  time_zone?: string | null;
  languages?: string[];
}

/** Changes what is told about oneself; shown at once, taken back when the server refuses. */
export function useChangeMe() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (me: Me) => patch<unknown>('/me', me),
    onMutate: (me) => {
      const before = client.getQueryData<Session>(keys.session);
      if (before) client.setQueryData<Session>(keys.session, { ...before, agent: { ...before.agent, ...me } });
      return before;
    },
    onError: (error, _me, before) => {
      client.setQueryData(keys.session, before);
      failed(error);
    },
  });
}
