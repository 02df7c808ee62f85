import { infiniteQueryOptions, keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { get } from '@/api/client';
import { keys } from '@/api/query-client';
import type { Page, Tag } from '@/api/types';

export const COLOURS = ['gray', 'red', 'orange', 'yellow', 'lime', 'green', 'teal', 'cyan', 'blue', 'indigo', 'violet', 'grape', 'pink'] as const;
export type Colour = (typeof COLOURS)[number];

const PAGE = 100;
/** So many are ranked here; where there are more the server is asked as one types. */
const KNOWN_MAX = 200;
/** So many are shown of what the server finds. */
const FOUND_MAX = 50;
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

export const tagQuery = (id: string) =>
  queryOptions({ queryKey: [...keys.tags, id], queryFn: ({ signal }) => get<Tag>(`/tags/${id}`, {}, signal), staleTime: FRESH_MS, retry: false });

const offeredQuery = (q: string, limit: number) =>
  queryOptions({
    queryKey: [...keys.tags, 'offered', q],
    queryFn: ({ signal }) => get<Page<Tag>>('/tags', { q, archived: 'false', limit }, signal),
    staleTime: FRESH_MS,
  });

const isColour = (colour: string | undefined): colour is Colour => COLOURS.some((one) => one === colour);

/** Grey is no colour. */
export const colourOf = (colour: string | undefined) => (isColour(colour) && colour !== 'gray' ? colour : undefined);

export interface TagSearch {
  tags: Tag[];
  query: string;
  /** There when the server has to look for more of them than are known here. */
  typed?: (query: string) => void;
}

/** The tags that are offered: all of a few, of many those that have what one types in their name. */
export function useTagSearch(): TagSearch {
  const [query, setQuery] = useState('');
  const asked = useDeferredValue(query.trim());
  const { data: first } = useQuery(offeredQuery('', KNOWN_MAX));
  const many = Boolean(first?.next);
  const { data: found } = useQuery({ ...offeredQuery(asked, FOUND_MAX), enabled: many && asked !== '', placeholderData: keepPreviousData });
  const known = first?.items ?? [];
  if (!many) return { tags: known, query: '' };
  return { tags: asked === '' ? known.slice(0, FOUND_MAX) : (found?.items ?? []), query: asked, typed: setQuery };
}
