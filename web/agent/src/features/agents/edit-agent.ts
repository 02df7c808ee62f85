import { call, patch, post, remove } from '@/api/client';
import { keys } from '@/api/query-client';
import type { Agent } from '@/api/types';
import { useAct } from '@/kit/act';

const STALE = [keys.agents, keys.departments, keys.skills];

export interface AgentWords {
  name: string;
  email: string;
  role: string;
  alias?: string | null;
  password?: string;
  language?: string;
  time_zone?: string | null;
  languages?: string[];
  skills?: string[];
  signature_html?: string | null;
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

/** For good; they have left before. */
export const useEraseAgent = () => useAct((id: string) => post(`/agents/${id}/erasure`, {}), [...STALE, keys.lists], true);

const FACES = [keys.agents, keys.session];

export const usePutAvatar = (id: string) =>
  useAct((picture: Blob) => call<Agent>('PUT', `/agents/${id}/avatar`, { file: picture, headers: { 'Content-Type': picture.type } }), FACES, true);

export const useDropAvatar = (id: string) => useAct(() => remove(`/agents/${id}/avatar`), FACES);
