import { put } from '@/api/client';
import { keys } from '@/api/query-client';
import type { Presence } from '@/api/types';
import { useAct } from '@/kit/act';

export interface PresenceWish {
  agent: string;
  state: Presence['state'];
  reason?: string;
  /** None for all. */
  channels?: Presence['channels'][number]['channel'][];
}

export const useChangePresence = () =>
  useAct(({ agent, ...wish }: PresenceWish) => put<unknown>(`/agents/${agent}/presence`, wish), [keys.presence, keys.agents]);
