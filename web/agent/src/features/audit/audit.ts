import { infiniteQueryOptions } from '@tanstack/react-query';
import { get } from '@/api/client';
import { keys } from '@/api/query-client';
import type { AuditLine, Page } from '@/api/types';

const PAGE = 100;

export const auditQuery = infiniteQueryOptions({
  queryKey: keys.audit,
  queryFn: ({ pageParam, signal }) => get<Page<AuditLine>>('/audit', { limit: PAGE, cursor: pageParam }, signal),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.next,
});
