import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get, patch, post, put, remove } from '@/api/client';
import { keys } from '@/api/query-client';
import type { Company, Page, TicketRow } from '@/api/types';
import { useAct } from '@/kit/act';

const PAGE = 60;
const TICKETS = 50;

export const companyQuery = (id: string) =>
  queryOptions({ queryKey: [...keys.companies, id], queryFn: ({ signal }) => get<Company>(`/companies/${id}`, {}, signal) });

export const companyTicketsQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.companies, id, 'tickets'],
    queryFn: ({ signal }) => get<Page<TicketRow>>(`/companies/${id}/tickets`, { limit: TICKETS }, signal),
  });

export const companiesQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: [...keys.companies, 'list', q],
    queryFn: ({ pageParam, signal }) => get<Page<Company>>('/companies', { q, limit: PAGE, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });

const stale = [keys.companies, keys.customers, keys.lists];

export const useAddCompany = () => useAct((name: string) => post<Company>('/companies', { name }), [keys.companies], true);

export const useChangeCompany = (id: string) => 
  useAct(({ words, seen }: { words: Record<string, unknown>; seen: Record<string, string> }) => patch<Company>(`/companies/${id}`, words, seen), stale, true);

export const useMergeCompany = (id: string) => useAct((into: string) => put<Company>(`/companies/${id}/merge`, { into }), stale);

export const useDeleteCompany = (id: string) => useAct(() => remove(`/companies/${id}`), stale);
