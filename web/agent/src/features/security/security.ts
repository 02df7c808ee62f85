import { queryOptions } from '@tanstack/react-query';
import { get, patch, post, remove } from '@/api/client';
import { all } from '@/api/pages';
import { keys } from '@/api/query-client';
import type { AgentSecurity, AppOffer, OpenSession, Security, SignInRules } from '@/api/types';
import { useAct } from '@/kit/act';

interface RecoveryCodes {
  recovery_codes: string[];
}

export const securityQuery = queryOptions({
  queryKey: keys.security,
  queryFn: ({ signal }) => get<Security>('/me/security', {}, signal),
});

export const useBeginTotp = () => useAct((password: string) => post<AppOffer>('/me/totp', { password }), [], true);

export const useConfirmTotp = () => useAct((code: string) => post<RecoveryCodes>('/me/totp/confirmation', { code }), [keys.security], true);

export const useRemoveTotp = () =>
  useAct((proof: { password: string; code: string }) => post<unknown>('/me/totp/removal', proof), [keys.security], true);

export const useRenewRecoveryCodes = () =>
  useAct((password: string) => post<RecoveryCodes>('/me/recovery-codes', { password }), [keys.security], true);

export const signInRulesQuery = queryOptions({
  queryKey: keys.signInRules,
  queryFn: ({ signal }) => get<SignInRules>('/sign-in-rules', {}, signal),
});

export const useChangeSignInRules = () => useAct((rules: Partial<SignInRules>) => patch<SignInRules>('/sign-in-rules', rules), [keys.signInRules]);

export const agentSecurityQuery = (id: string) =>
  queryOptions({ queryKey: keys.agentSecurity(id), queryFn: ({ signal }) => get<AgentSecurity>(`/agents/${id}/security`, {}, signal) });

export const agentSessionsQuery = (id: string) =>
  queryOptions({ queryKey: keys.agentSessions(id), queryFn: ({ signal }) => all<OpenSession>(`/agents/${id}/sessions`, {}, signal) });

export const useResetSecondFactor = (id: string) => useAct(() => remove(`/agents/${id}/second-factor`), [keys.agentSecurity(id)]);

export const useEndSessionsOf = (id: string) =>
  useAct((session: string | null) => remove(`/agents/${id}/sessions${session ? `/${session}` : ''}`), [keys.agentSessions(id)]);
