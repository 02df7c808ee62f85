import { useMutation, useQueryClient } from '@tanstack/react-query';
import { post } from '@/api/client';
import { keys } from '@/api/query-client';
import type { NewWorkspace, Session } from '@/api/types';

export function useSetUp() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (workspace: NewWorkspace) => post<Session>('/setup', workspace),
    onSuccess: async () => {
      client.clear();
      await client.invalidateQueries({ queryKey: keys.session });
    },
  });
}

export const browserTimeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

/** Every zone the browser knows; its own first name for UTC is left out by some. */
export function timeZones(): string[] {
  const zones = Intl.supportedValuesOf('timeZone');
  return zones.includes('UTC') ? zones : ['UTC', ...zones];
}
