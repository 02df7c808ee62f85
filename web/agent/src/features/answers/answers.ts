import { queryOptions } from '@tanstack/react-query';
import { ifMatch, patch, post, remove } from '@/api/client';
import { all } from '@/api/pages';
import { keys } from '@/api/query-client';
import type { PredefinedAnswer } from '@/api/types';
import { isLanguage, LANGUAGE_NAMES } from '@/i18n';
import { useAct } from '@/kit/act';

const FRESH_MS = 5 * 60_000;

export const answersQuery = queryOptions({
  queryKey: keys.answers,
  queryFn: ({ signal }) => all<PredefinedAnswer>('/predefined-answers', {}, signal),
  staleTime: FRESH_MS,
});

/** The answer in what the customer speaks, its blanks filled for this ticket; counts the use. */
export const fillAnswer = (id: string, ticket: string) => post<{ language: string; html: string }>(`/predefined-answers/${id}/use`, { ticket });

export interface AnswerWords {
  name: string;
  keywords: string;
  language: string;
  html: string;
  /** In languages other than the main one. */
  texts: Record<string, string>;
  scope: PredefinedAnswer['scope'];
  department?: string;
}

export const useSaveAnswer = (answer: PredefinedAnswer | null) =>
  useAct(
    (words: AnswerWords) =>
      answer
        ? patch<PredefinedAnswer>(`/predefined-answers/${answer.id}`, words, ifMatch(answer.version))
        : post<PredefinedAnswer>('/predefined-answers', words),
    [keys.answers],
    true,
  );

export const useDeleteAnswer = () => useAct((id: string) => remove(`/predefined-answers/${id}`), [keys.answers]);

/** Every language it has a text in, the main one first. */
export const languagesOf = ({ language, texts }: PredefinedAnswer) => [language, ...Object.keys(texts).sort()];

/** By its own name. */
export const languageName = (language: string) =>
  isLanguage(language) ? LANGUAGE_NAMES[language] : (new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language);
