import { queryOptions } from '@tanstack/react-query';
import { all } from '@/api/pages';
import { keys } from '@/api/query-client';
import type { Offer } from '@/api/types';

export const offersQuery = queryOptions({
  queryKey: keys.offers,
  queryFn: ({ signal }) => all<Offer>('/offers', {}, signal),
});
