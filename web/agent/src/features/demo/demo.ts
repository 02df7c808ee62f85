import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { get, remove } from '@/api/client';
import { keys } from '@/api/query-client';
import type { Demo } from '@/api/types';
import { failed } from '@/kit/toast';

const WHILE_FILLING_MS = 1_500;

export const demoQuery = queryOptions({
  queryKey: keys.demo,
  queryFn: ({ signal }) => get<Demo>('/demo', {}, signal),
  refetchInterval: ({ state }) => (state.data?.state === 'filling' || state.data?.state === 'removing' ? WHILE_FILLING_MS : false),
});

/** The new one-time code after the demonstration is gone: only ever in memory, never in a URL or in storage. */
let handedOver: string | null = null;

export const setupCode = () => handedOver;

export function useEndDemo() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => remove<{ setup_code: string }>('/demo'),
    onSuccess: ({ setup_code }) => {
      handedOver = setup_code;
      client.clear();
    },
    onError: failed,
  });
}
