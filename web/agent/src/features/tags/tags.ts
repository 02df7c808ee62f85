import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get } from '@/api/client';
import { all } from '@/api/pages';
import { keys } from '@/api/query-client';
import type { Page, Tag } from '@/api/types';

const PAGE = 100;
const FRESH_MS = 5 * 60_000;

export const tagPagesQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: [...keys.tags, 'pages', q],
    queryFn: ({ pageParam, signal }) => get<Page<Tag>>('/tags', { q, limit: PAGE, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });

export const tagUsageQuery = (id: string) =>
  queryOptions({ queryKey: [...keys.tags, id, 'usage'], queryFn: ({ signal }) => get<{ tickets: number }>(`/tags/${id}/usage`, {}, signal), staleTime: 0 });

export const tagsQuery = queryOptions({
  queryKey: keys.tags,
  queryFn: ({ signal }) => all<Tag>('/tags', {}, signal),
  staleTime: FRESH_MS,
});
