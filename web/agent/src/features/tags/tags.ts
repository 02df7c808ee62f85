import { infiniteQueryOptions, keepPreviousData, queryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { get } from '@/api/client';
import { all } from '@/api/pages';
import { keys } from '@/api/query-client';
import type { Page, Tag } from '@/api/types';

export const COLOURS = ['gray', 'red', 'orange', 'yellow', 'lime', 'green', 'teal', 'cyan', 'blue', 'indigo', 'violet', 'grape', 'pink'] as const;
export type Colour = (typeof COLOURS)[number];

const PAGE = 100;
/** So many are ranked here; of more the server is asked as one types. */
const KNOWN_MAX = 200;
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

export function useTagColour(name: string): Colour | undefined {
  const { data } = useQuery({ ...tagsQuery, select: (tags) => tags.find((tag) => tag.name === name)?.colour });
  return COLOURS.find((colour) => colour === data);
}

/** The tags that are offered, and how to look further where there are too many to have them all. */
export function useTagSearch(): { tags: Tag[]; typed?: (query: string) => void } {
  const [query, setQuery] = useState('');
  const { data = [] } = useQuery(tagsQuery);
  const many = data.length > KNOWN_MAX;
  const { data: found } = useInfiniteQuery({ ...tagPagesQuery(useDeferredValue(query.trim())), enabled: many, placeholderData: keepPreviousData });
  return many ? { tags: found?.pages.flatMap((page) => page.items) ?? data.slice(0, KNOWN_MAX), typed: setQuery } : { tags: data };
}
