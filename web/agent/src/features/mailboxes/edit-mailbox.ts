import { queryOptions } from '@tanstack/react-query';
import { get, post, put, remove } from '@/api/client';
import { keys } from '@/api/query-client';
import type { Mailbox, OutgoingServer } from '@/api/types';
import { useAct } from '@/kit/act';

const STALE = [keys.mailboxes, keys.departments];

export interface MailboxWords {
  address: string;
  name?: string;
  department?: string;
}

export const useAddMailbox = () => useAct((words: MailboxWords) => post<Mailbox>('/mailboxes', words), STALE, true);

export const useDeleteMailbox = () => useAct((id: string) => remove(`/mailboxes/${id}`), STALE);

export const outgoingQuery = queryOptions({
  queryKey: keys.outgoing,
  queryFn: ({ signal }) => get<OutgoingServer>('/outgoing-server', {}, signal),
});

export interface OutgoingWords {
  url: string;
  user: string | null;
  password?: string;
  tls: string | null;
}

export const useSetOutgoing = () => useAct((words: OutgoingWords) => put<OutgoingServer>('/outgoing-server', words), [keys.outgoing], true);

export interface Trial {
  state?: string;
  text?: string | null;
}

export const useTryOutgoing = () => useAct((to: string) => post<Trial | undefined>('/outgoing-server/test', { to }), [], true);
