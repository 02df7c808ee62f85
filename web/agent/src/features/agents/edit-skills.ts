import { patch, post, put, remove } from '@/api/client';
import { keys } from '@/api/query-client';
import type { Skill } from '@/api/types';
import { useAct } from '@/kit/act';

const STALE = [keys.skills, keys.agents];

export const useAddSkill = () => useAct((name: string) => post<Skill>('/skills', { name }), STALE, true);

export const useRenameSkill = () => useAct(({ id, name }: { id: string; name: string }) => patch<Skill>(`/skills/${id}`, { name }), STALE);

export const useDeleteSkill = () => useAct((id: string) => remove(`/skills/${id}`), STALE);

export const useMergeSkill = () => useAct(({ id, into }: { id: string; into: string }) => put<Skill>(`/skills/${id}/merge`, { into }), STALE);
