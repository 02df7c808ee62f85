import { queryOptions } from '@tanstack/react-query';
import { all } from '@/api/pages';
import { keys } from '@/api/query-client';
import type { BusinessCalendar } from '@/api/types';

export const calendarsQuery = queryOptions({
  queryKey: keys.calendars,
  queryFn: ({ signal }) => all<BusinessCalendar>('/business-hours', {}, signal),
});
