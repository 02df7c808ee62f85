import { queryOptions, useMutation } from '@tanstack/react-query';
import { get, post } from '@/api/client';
import { keys } from '@/api/query-client';
import type { AppOffer, SecondStep, Session } from '@/api/types';
import { useWelcome } from './session';

/** What the agent whose password was right can show. */
export const secondStepQuery = queryOptions({
  queryKey: keys.secondStep,
  queryFn: ({ signal }) => get<SecondStep>('/session/second-step', {}, signal),
  staleTime: 0,
  gcTime: 0,
});

export function useEnterByCode() {
  const welcome = useWelcome();
  return useMutation({ mutationFn: (code: string) => post<Session>('/session/second-step', { code }), onSuccess: welcome });
}

export const useBeginEnrolment = () => useMutation({ mutationFn: () => post<AppOffer>('/session/second-step/totp', {}) });

/** Signed in by it; the recovery codes are told before one goes on. */
export const useConfirmEnrolment = () =>
  useMutation({ mutationFn: (code: string) => post<{ recovery_codes: string[] }>('/session/second-step/totp/confirmation', { code }) });
