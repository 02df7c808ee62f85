import { ifMatch, patch } from '@/api/client';
import { keys } from '@/api/query-client';
import type { AgentRouting, RoutingNumbers } from '@/api/types';
import { useAct } from '@/kit/act';

export const useChangeRoutingNumbers = () =>
  useAct(({ version, ...numbers }: RoutingNumbers) => patch<RoutingNumbers>('/routing-settings', numbers, ifMatch(version)), [keys.routingNumbers]);

export const useChangeAgentRouting = (agent: string) =>
  useAct((change: Partial<Pick<AgentRouting, 'only_to_solve' | 'tickets_max' | 'chats_max' | 'calls_max'>>) => patch<AgentRouting>(`/agents/${agent}/routing`, change), [
    keys.agentRouting(agent),
  ]);
