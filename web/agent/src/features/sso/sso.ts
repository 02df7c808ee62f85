import { queryOptions } from '@tanstack/react-query';
import { patch, post, remove } from '@/api/client';
import { all } from '@/api/pages';
import { keys } from '@/api/query-client';
import type { SsoProvider } from '@/api/types';
import { useAct } from '@/kit/act';

export interface ProviderWords {
  name: string;
  issuer: string;
  client_id: string;
  client_secret?: string;
  domains: string[];
  role: string | null;
  enabled: boolean;
}

const STALE = [keys.ssoProviders, keys.signInRules];

export const providersQuery = queryOptions({
  queryKey: keys.ssoProviders,
  queryFn: ({ signal }) => all<SsoProvider>('/sso-providers', {}, signal),
});

export const useAddProvider = () => useAct((words: ProviderWords) => post<SsoProvider>('/sso-providers', words), STALE, true);

export const useChangeProvider = () =>
  useAct(({ id, ...words }: ProviderWords & { id: string }) => patch<SsoProvider>(`/sso-providers/${id}`, words), STALE, true);

export const useRemoveProvider = () => useAct((id: string) => remove(`/sso-providers/${id}`), STALE);
