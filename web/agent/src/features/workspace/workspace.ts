import { queryOptions } from '@tanstack/react-query';
import { get, patch } from '@/api/client';
import { keys } from '@/api/query-client';
import type { Workspace } from '@/api/types';
import { useAct } from '@/kit/act';

export const workspaceQuery = queryOptions({
  queryKey: keys.workspace,
  queryFn: ({ signal }) => get<Workspace>('/workspace', {}, signal),
});

export interface WorkspaceWords {
  name: string;
  time_zone: string;
  language: string;
}

/** Days begin at another hour with another zone: figures and boards are read again. */
export const useChangeWorkspace = () =>
  useAct(
    ({ seen, ...words }: WorkspaceWords & { seen?: Record<string, string> }) => patch<Workspace>('/workspace', words, seen),
    [keys.workspace, keys.session, keys.reports, keys.game],
    true,
  );
