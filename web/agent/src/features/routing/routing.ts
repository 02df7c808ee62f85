import { queryOptions } from '@tanstack/react-query';
import { get } from '@/api/client';
import { keys } from '@/api/query-client';
import type { AgentRouting, RoutingNumbers } from '@/api/types';

export const routingNumbersQuery = queryOptions({
  queryKey: keys.routingNumbers,
  queryFn: ({ signal }) => get<RoutingNumbers>('/routing-settings', {}, signal),
});

export const agentRoutingQuery = (agent: string) =>
  queryOptions({
    queryKey: keys.agentRouting(agent),
    queryFn: ({ signal }) => get<AgentRouting>(`/agents/${agent}/routing`, {}, signal),
  });
