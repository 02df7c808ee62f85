import { post } from '@/api/client';
import { keys } from '@/api/query-client';
import type { NewTicket, Ticket } from '@/api/types';
import { useAct } from '@/kit/act';

export const useOpenTicket = () =>
  useAct(
    ({ ticket, key }: { ticket: NewTicket; key: string }) => post<Ticket>('/tickets', ticket, { 'Idempotency-Key': key }),
    [keys.lists, keys.counts, keys.customers],
    true,
  );
