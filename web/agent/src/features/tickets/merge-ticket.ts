import { put, remove } from '@/api/client';
import { keys } from '@/api/query-client';
import type { Ticket } from '@/api/types';
import { useAct } from '@/kit/act';

const STALE = [['ticket'], keys.lists, keys.counts] as const;

/** Makes a ticket a part of another. */
export const useMergeTicket = (code: string) => useAct((into: string) => put<Ticket>(`/tickets/${code}/merge`, { into }), STALE);

/** Makes two of them again. */
export const useUnmergeTicket = () => useAct((code: string) => remove(`/tickets/${code}/merge`), STALE);
