import { queryOptions } from '@tanstack/react-query';
import { get, ifMatch, post, put, remove } from '@/api/client';
import { all } from '@/api/pages';
import { keys } from '@/api/query-client';
import type { AutoAnswers, MailTemplate } from '@/api/types';
import { useAct } from '@/kit/act';

export const KINDS = ['auto_answer', 'out_of_hours', 'holiday', 'invitation', 'password_reset', 'survey'] as const;

export const templatesQuery = queryOptions({
  queryKey: keys.templates,
  queryFn: ({ signal }) => all<MailTemplate>('/templates', {}, signal),
});

export const autoAnswersQuery = (department: string) =>
  queryOptions({
    queryKey: keys.autoAnswers(department),
    queryFn: ({ signal }) => get<AutoAnswers>(`/departments/${department}/auto-answers`, {}, signal),
  });

export interface TemplateWords {
  subject: string;
  html: string;
}

const pathOf = ({ kind, language }: MailTemplate) => `/templates/${kind}/${language}`;
const forWhom = (department: string | null) => (department ? `?department=${department}` : '');

/** For a department, or for all of them. */
export const useSaveTemplate = (template: MailTemplate, department: string | null) =>
  useAct(
    (words: TemplateWords) => {
      const same = (template.department?.id ?? null) === department;
      return put<MailTemplate>(pathOf(template) + forWhom(department), words, same ? ifMatch(template.version) : {});
    },
    [keys.templates],
    true,
  );

export const useRestoreTemplate = () =>
  useAct((template: MailTemplate) => remove(pathOf(template), { department: template.department?.id }), [keys.templates]);

export const previewTemplate = (template: MailTemplate, department: string | null, words: TemplateWords) =>
  post<TemplateWords>('/templates/preview', { kind: template.kind, language: template.language, ...(department && { department }), ...words });

export const useChooseAutoAnswers = (department: string) =>
  useAct((choice: AutoAnswers) => put<AutoAnswers>(`/departments/${department}/auto-answers`, choice), [keys.autoAnswers(department)]);
