import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get, put, remove } from '@/api/client';
import { keys } from '@/api/query-client';
import type { Customer, CustomerGroup, Page, TicketRow, TimelineEntry } from '@/api/types';
import { useAct } from '@/kit/act';

const PAGE = 60;
const PAST_TICKETS = 50;

export const customerQuery = (id: string) =>
  queryOptions({ queryKey: keys.customer(id), queryFn: ({ signal }) => get<Customer>(`/customers/${id}`, {}, signal) });

export const customerTicketsQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.customer(id), 'tickets'],
    queryFn: ({ signal }) => get<Page<TicketRow>>(`/customers/${id}/tickets`, { limit: PAST_TICKETS }, signal),
  });

export const timelineQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: [...keys.customer(id), 'timeline'],
    queryFn: ({ pageParam, signal }) => get<Page<TimelineEntry>>(`/customers/${id}/timeline`, { cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });

export interface CustomerFilter {
  q?: string;
  group?: string;
  company?: string;
}

export const customersQuery = ({ q = '', group, company }: CustomerFilter) =>
  infiniteQueryOptions({
    queryKey: [...keys.customers, 'list', q, group, company],
    queryFn: ({ pageParam, signal }) => get<Page<Customer>>('/customers', { q, group, company, limit: PAGE, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });

export const groupsQuery = queryOptions({
  queryKey: [...keys.customers, 'groups'],
  queryFn: async ({ signal }) => (await get<Page<CustomerGroup>>('/customer-groups', {}, signal)).items,
});

export const useMergeCustomer = (id: string) => useAct((into: string) => put<Customer>(`/customers/${id}/merge`, { into }), [keys.customers, keys.lists]);

export const useEraseCustomer = (id: string) => useAct(() => remove(`/customers/${id}`), [keys.customers, keys.lists]);
