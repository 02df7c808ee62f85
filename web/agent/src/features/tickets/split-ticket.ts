import { post } from '@/api/client';
import { keys } from '@/api/query-client';
import type { Ticket } from '@/api/types';
import { useAct } from '@/kit/act';

export interface Split {
  messages: string[];
  subject: string;
}

/** Makes a ticket of its own out of some messages. */
export const useSplitTicket = (code: string) => useAct((split: Split) => post<Ticket>(`/tickets/${code}/split`, split), [['ticket'], keys.lists, keys.counts]);
