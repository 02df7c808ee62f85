import { infiniteQueryOptions, useMutation } from '@tanstack/react-query';
import { get } from '@/api/client';
import { keys } from '@/api/query-client';
import type { AuditLine, AuditVerdict, Page } from '@/api/types';

const PAGE = 100;

export interface AuditFilter {
  who: string;
  kind: string;
  from: string;
  to: string;
}

export const NO_FILTER: AuditFilter = { who: '', kind: '', from: '', to: '' };

export const auditQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: [...keys.audit, filter],
    queryFn: ({ pageParam, signal }) => get<Page<AuditLine>>('/audit', { ...filter, limit: PAGE, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });

/** Walks along the seals of the whole log. */
export const useVerifyAudit = () => useMutation({ mutationFn: () => get<AuditVerdict>('/audit/verification') });
