import { patch, post } from '@/api/client';
import { keys } from '@/api/query-client';
import type { Agent } from '@/api/types';
import { useAct } from '@/kit/act';

const STALE = [keys.agents, keys.departments];

export interface AgentWords {
  name: string;
  email: string;
  role: string;
  alias?: string;
  password?: string;
}

export const useAddAgent = () => useAct((words: AgentWords) => post<Agent>('/agents', words), STALE, true);

export const useChangeAgent = () =>
  useAct(({ id, seen, ...words }: Partial<AgentWords> & { id: string; active?: boolean; seen?: Record<string, string> }) => patch<Agent>(`/agents/${id}`, words, seen), STALE, true);

/** Without a word about the tickets they stay as they are. */
export const useDeactivateAgent = () =>
  useAct(
    ({ id, tickets }: { id: string; tickets?: { to: string | null } }) => patch<Agent>(`/agents/${id}`, { active: false, ...(tickets && { tickets }) }),
    [...STALE, keys.lists],
    true,
  );
