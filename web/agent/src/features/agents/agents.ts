import { queryOptions } from '@tanstack/react-query';
import { all } from '@/api/pages';
import { keys } from '@/api/query-client';
import type { Agent, HeldTickets, Role, Skill } from '@/api/types';

const FRESH_MS = 5 * 60_000;

export const agentsQuery = queryOptions({
  queryKey: keys.agents,
  queryFn: ({ signal }) => all<Agent>('/agents', {}, signal),
  staleTime: FRESH_MS,
});

export const rolesQuery = queryOptions({
  queryKey: keys.roles,
  queryFn: ({ signal }) => all<Role>('/roles', {}, signal),
  staleTime: FRESH_MS,
});

export const skillsQuery = queryOptions({
  queryKey: keys.skills,
  queryFn: ({ signal }) => all<Skill>('/skills', {}, signal),
  staleTime: FRESH_MS,
});

export const heldTicketsQuery = (agent: string) =>
  queryOptions({
    queryKey: keys.heldTickets(agent),
    queryFn: ({ signal }) => all<HeldTickets>(`/agents/${agent}/tickets`, {}, signal),
  });
