import { patch, post, put, remove } from '@/api/client';
import { keys } from '@/api/query-client';
import type { Tag } from '@/api/types';
import { useAct } from '@/kit/act';

export const useAddTag = () => useAct((name: string) => post<Tag>('/tags', { name }), [keys.tags], true);

export const useChangeTag = () =>
  useAct(({ id, ...words }: { id: string; name?: string; description?: string; colour?: string; archived?: boolean }) => patch<Tag>(`/tags/${id}`, words), [
    keys.tags,
    keys.lists,
  ]);

export const useDeleteTag = () => useAct((id: string) => remove(`/tags/${id}`), [keys.tags, keys.lists]);

export const useMergeTag = () => useAct(({ id, into }: { id: string; into: string }) => put<Tag>(`/tags/${id}/merge`, { into }), [keys.tags, keys.lists]);
