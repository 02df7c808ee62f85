import { queryOptions } from '@tanstack/react-query';
import { all } from '@/api/pages';
import { keys } from '@/api/query-client';
import type { OwnField } from '@/api/types';

const FRESH_MS = 5 * 60_000;

/** What the workspace asks about its tickets. */
export const ownFieldsQuery = queryOptions({
  queryKey: keys.ownFields,
  queryFn: ({ signal }) => all<OwnField>('/fields', { subject: 'ticket' }, signal),
  staleTime: FRESH_MS,
});
