import { patch, post, remove } from '@/api/client';
import { keys } from '@/api/query-client';
import type { Role } from '@/api/types';
import { useAct } from '@/kit/act';

export interface RoleWords {
  name: string;
  permissions: string[];
}

const STALE = [keys.roles, keys.agents, keys.session];

export const useAddRole = () => useAct((words: RoleWords) => post<Role>('/roles', words), STALE, true);

export const useChangeRole = () => useAct(({ id, ...words }: RoleWords & { id: string }) => patch<Role>(`/roles/${id}`, words), STALE, true);

export const useDeleteRole = () =>
  useAct(({ id, successor }: { id: string; successor: string | null }) => remove(`/roles/${id}`, { successor }), STALE, true);
