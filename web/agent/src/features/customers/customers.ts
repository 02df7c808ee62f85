import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get } from '@/api/client';
import { keys } from '@/api/query-client';
import type { Customer, Page, TicketRow } from '@/api/types';

const PAGE = 60;
const PAST_TICKETS = 50;

export const customerQuery = (id: string) =>
  queryOptions({ queryKey: keys.customer(id), queryFn: ({ signal }) => get<Customer>(`/customers/${id}`, {}, signal) });

export const customerTicketsQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.customer(id), 'tickets'],
    queryFn: ({ signal }) => get<Page<TicketRow>>('/tickets', { customer: id, limit: PAST_TICKETS }, signal),
  });

export const customersQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: [...keys.customers, 'list', q],
    queryFn: ({ pageParam, signal }) => get<Page<Customer>>('/customers', { q, limit: PAGE, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
