import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get, ifMatch, patch, post, remove } from '@/api/client';
import { all } from '@/api/pages';
import { keys } from '@/api/query-client';
import { LANGUAGES, type Condition, type Language, type Page, type Survey, type SurveySending } from '@/api/types';
import { useAct } from '@/kit/act';

export const SURVEY_KINDS = ['csat', 'nps', 'ces'] as const;
export const DELAYS = [0, 60, 240, 1_440, 4_320, 10_080] as const;
export const TEXT_LENGTH_MAX = 500;
export const EVERY_DAYS_MAX = 3_650;

export interface SurveyTexts {
  question: string;
  thanks: string;
}

export interface SurveyWords {
  name: string;
  kind?: (typeof SURVEY_KINDS)[number];
  active: boolean;
  delay_minutes: number;
  every_days: number;
  condition: Condition;
  texts: Partial<Record<Language, SurveyTexts>>;
}

export const surveysQuery = queryOptions({ queryKey: keys.surveys, queryFn: ({ signal }) => all<Survey>('/surveys', {}, signal) });

export const sendingsQuery = (survey: string) =>
  infiniteQueryOptions({
    queryKey: [...keys.surveys, survey, 'sendings'],
    queryFn: ({ pageParam, signal }) => get<Page<SurveySending>>(`/surveys/${survey}/sendings`, { cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });

export const refusalQuery = (customer: string) =>
  queryOptions({
    queryKey: [...keys.customer(customer), 'survey-refusal'],
    queryFn: ({ signal }) => get<{ since: string | null }>(`/customers/${customer}/survey-refusal`, {}, signal),
  });

export const useTakeRefusalBack = (customer: string) => useAct(() => remove(`/customers/${customer}/survey-refusal`), [keys.customer(customer)]);

/** Only languages in which something was written: of the others our own words are used. */
export const written = (texts: SurveyWords['texts']): SurveyWords['texts'] =>
  Object.fromEntries(LANGUAGES.flatMap((language) => {
    const own = texts[language];
    return own && (own.question.trim() || own.thanks.trim()) ? [[language, own]] : [];
  }));

export const useSaveSurvey = (survey: Survey | null) =>
  useAct(
    ({ kind, ...words }: SurveyWords) => (survey ? patch<Survey>(`/surveys/${survey.id}`, words, ifMatch(survey.version)) : post<Survey>('/surveys', { kind, ...words })),
    [keys.surveys],
    true,
  );

export const useSwitchSurvey = () => useAct(({ id, active }: { id: string; active: boolean }) => patch<Survey>(`/surveys/${id}`, { active }), [keys.surveys]);

export const useDeleteSurvey = () => useAct((id: string) => remove(`/surveys/${id}`), [keys.surveys]);
