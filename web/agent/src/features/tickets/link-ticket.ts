import { queryOptions } from '@tanstack/react-query';
import { get, post, remove } from '@/api/client';
import { keys } from '@/api/query-client';
import type { LinkedTicket, Page } from '@/api/types';
import { useAct } from '@/kit/act';

/** The tickets that have to do with this one. */
export const linksQuery = (code: string) =>
  queryOptions({
    queryKey: [...keys.ticket(code), 'links'],
    queryFn: async ({ signal }) => (await get<Page<LinkedTicket>>(`/tickets/${code}/links`, {}, signal)).items,
  });

export const useLinkTicket = (code: string) => useAct((ticket: string) => post(`/tickets/${code}/links`, { ticket }), [['ticket']]);

export const useUnlinkTicket = (code: string) => useAct((other: string) => remove(`/tickets/${code}/links/${other}`), [['ticket']]);
