import { queryOptions, useQuery } from '@tanstack/react-query';
import { all } from '@/api/pages';
import { keys } from '@/api/query-client';
import type { SavedView } from '@/api/types';

const FRESH_MS = 60_000;

export const savedViewsQuery = queryOptions({
  queryKey: keys.savedViews,
  queryFn: ({ signal }) => all<SavedView>('/views', {}, signal),
  staleTime: FRESH_MS,
});

export function useSavedView(id: string | undefined): SavedView | undefined {
  const { data } = useQuery(savedViewsQuery);
  return id === undefined ? undefined : data?.find((view) => view.id === id);
}
