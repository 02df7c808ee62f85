import { queryOptions } from '@tanstack/react-query';
import { put, remove } from '@/api/client';
import { all } from '@/api/pages';
import { keys } from '@/api/query-client';
import type { OpenSession } from '@/api/types';
import { useAct } from '@/kit/act';

export const sessionsQuery = queryOptions({
  queryKey: keys.sessions,
  queryFn: ({ signal }) => all<OpenSession>('/sessions', {}, signal),
});

export const useEndSession = () => useAct((id: string) => remove(`/sessions/${id}`), [keys.sessions]);

export const useEndOtherSessions = () => useAct(() => remove('/sessions'), [keys.sessions]);

export const useChangePassword = () => useAct((words: { current: string; new: string }) => put<unknown>('/me/password', words), [keys.sessions], true);
