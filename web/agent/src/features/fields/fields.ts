import { queryOptions } from '@tanstack/react-query';
import { get, patch, post, remove } from '@/api/client';
import { keys } from '@/api/query-client';
import type { Field, Page } from '@/api/types';
import { useAct } from '@/kit/act';

const FRESH_MS = 5 * 60_000;

export type Values = Record<string, unknown>;

export const fieldsQuery = queryOptions({
  queryKey: keys.fields,
  queryFn: async ({ signal }) => (await get<Page<Field>>('/fields', {}, signal)).items,
  staleTime: FRESH_MS,
});

export type NewField = Pick<Field, 'subject' | 'name' | 'type' | 'required'> & { key?: string; options?: string[]; help?: string };

export const useAddField = () => useAct((field: NewField) => post<Field>('/fields', field), [keys.fields], true);

export const useChangeField = () =>
  useAct(({ id, ...words }: { id: string; name?: string; options?: string[]; required?: Field['required']; help?: string | null; archived?: boolean }) => patch<Field>(`/fields/${id}`, words), [keys.fields], true);

export const useDeleteField = () => useAct((id: string) => remove(`/fields/${id}`), [keys.fields]);
