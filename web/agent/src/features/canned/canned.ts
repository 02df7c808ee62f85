import { queryOptions } from '@tanstack/react-query';
import { post } from '@/api/client';
import { all } from '@/api/pages';
import { keys } from '@/api/query-client';
import type { CannedMessage } from '@/api/types';

const FRESH_MS = 5 * 60_000;

export const cannedQuery = queryOptions({
  queryKey: keys.canned,
  queryFn: ({ signal }) => all<CannedMessage>('/canned-messages', {}, signal),
  staleTime: FRESH_MS,
});

/** The message with its blanks filled for this ticket; counts the use. */
export const fillCanned = (id: string, ticket: string) => post<{ html: string }>(`/canned-messages/${id}/use`, { ticket });
