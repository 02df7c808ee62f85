import { queryOptions } from '@tanstack/react-query';
import { all } from '@/api/pages';
import { keys } from '@/api/query-client';
import type { Tag } from '@/api/types';

const FRESH_MS = 5 * 60_000;

export const tagsQuery = queryOptions({
  queryKey: keys.tags,
  queryFn: ({ signal }) => all<Tag>('/tags', {}, signal),
  staleTime: FRESH_MS,
});
