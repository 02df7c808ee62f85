import { queryOptions } from '@tanstack/react-query';
import { all } from '@/api/pages';
import { keys } from '@/api/query-client';
import type { Mailbox } from '@/api/types';

export const mailboxesQuery = queryOptions({
  queryKey: keys.mailboxes,
  queryFn: ({ signal }) => all<Mailbox>('/mailboxes', {}, signal),
});
