import { queryOptions } from '@tanstack/react-query';
import { get } from '@/api/client';
import { keys } from '@/api/query-client';
import type { Page, Participant } from '@/api/types';

/** Who besides the customer takes part. */
export const participantsQuery = (code: string) =>
  queryOptions({
    queryKey: [...keys.ticket(code), 'participants'],
    queryFn: async ({ signal }) => (await get<Page<Participant>>(`/tickets/${code}/participants`, {}, signal)).items,
  });
