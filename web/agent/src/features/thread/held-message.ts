import { patch, post, remove } from '@/api/client';
import { keys } from '@/api/query-client';
import type { Message } from '@/api/types';
import { useAct } from '@/kit/act';

const stale = (code: string) => [keys.ticket(code), keys.draft(code), keys.drafts, keys.lists, keys.counts] as const;

/** Sends an answer that waits without waiting longer. */
export const useSendNow = (code: string) => useAct((id: string) => post<Message>(`/tickets/${code}/messages/${id}/send`), stale(code));

export const useReschedule = (code: string) =>
  useAct(({ id, at }: { id: string; at: string }) => patch<Message>(`/tickets/${code}/messages/${id}`, { send_at: at }), stale(code));

/** Makes an answer that waits a draft again. */
export const useTakeBack = (code: string) => useAct((id: string) => remove(`/tickets/${code}/messages/${id}`), stale(code));
