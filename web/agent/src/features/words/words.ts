import { queryOptions, useQuery } from '@tanstack/react-query';
import { get, patch, post, put, remove } from '@/api/client';
import { keys } from '@/api/query-client';
import type { Page, ResolveRules, Word } from '@/api/types';
import { useAct } from '@/kit/act';

const FRESH_MS = 5 * 60_000;

export type WordList = 'dispositions' | 'sub-statuses' | 'ticket-types';

export const wordsQuery = (list: WordList) =>
  queryOptions({
    queryKey: [...keys.words, list],
    queryFn: async ({ signal }) => (await get<Page<Word>>(`/${list}`, {}, signal)).items,
    staleTime: FRESH_MS,
  });

export const rulesQuery = queryOptions({
  queryKey: [...keys.words, 'resolve-rules'],
  queryFn: ({ signal }) => get<ResolveRules>('/resolve-rules', {}, signal),
  staleTime: FRESH_MS,
});

/** What is offered for a choice now. */
export function useOffered(list: WordList) {
  const { data = [] } = useQuery(wordsQuery(list));
  return data.filter((word) => !word.archived);
}

/** How a case may end: the words, and whether tickets of these departments may be resolved without one. */
export function useEndings(departments: readonly string[]) {
  const offered = useOffered('dispositions');
  const { data } = useQuery(rulesQuery);
  const needs = (department: string) => data?.departments.find((rule) => rule.department.id === department) ?? data;
  return { offered, required: departments.some((department) => needs(department)?.disposition_required) };
}

export const useAddWord = (list: WordList) => useAct((word: { name: string; status?: string }) => post<Word>(`/${list}`, word), [keys.words], true);

export const useChangeWord = (list: WordList) =>
  useAct(({ id, ...words }: { id: string; name?: string; archived?: boolean; order?: number }) => patch<Word>(`/${list}/${id}`, words), [keys.words, keys.lists]);

export const useDeleteWord = (list: WordList) => useAct((id: string) => remove(`/${list}/${id}`), [keys.words]);

type Rule = Pick<ResolveRules, 'tag_required' | 'disposition_required'>;

export const useSetRule = () =>
  useAct(({ department, rule }: { department?: string; rule: Rule | null }): Promise<unknown> => {
    const path = department ? `/resolve-rules/${department}` : '/resolve-rules';
    return rule ? put<ResolveRules>(path, rule) : remove(path);
  }, [keys.words]);
