import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { failed } from './toast';

/** One act on the server: what it makes stale is read again, a refusal is told unless the form tells it itself. */
export function useAct<V = void, T = unknown>(act: (values: V) => Promise<T>, stale: readonly QueryKey[], quiet = false) {
  const client = useQueryClient();
  return useMutation<T, Error, V>({
    mutationFn: act,
    onSettled: () => Promise.all(stale.map((queryKey) => client.invalidateQueries({ queryKey }))),
    onError: quiet ? undefined : failed,
  });
}
