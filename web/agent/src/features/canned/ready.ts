import { useQuery } from '@tanstack/react-query';
import { queryClient } from '@/api/query-client';
import { answersQuery, fillAnswer } from '@/features/answers/answers';
import { ranked } from '@/kit/fuzzy';
import { cannedQuery, fillCanned } from './canned';

const OFFERED = 12;

/** What is written already: a canned message to begin with, or a whole predefined answer. */
export interface Ready {
  key: string;
  kind: 'canned' | 'answer';
  id: string;
  name: string;
  keywords: string;
  language: string;
  html: string;
  uses: number;
}

type Words = Omit<Ready, 'key' | 'kind'>;
const as = (kind: Ready['kind']) => ({ id, name, keywords, language, html, uses }: Words): Ready => ({ key: `${kind}:${id}`, kind, id, name, keywords, language, html, uses });

const together = (canned: readonly Words[], answers: readonly Words[]) => [...canned.map(as('canned')), ...answers.map(as('answer'))];

export async function readyTexts(): Promise<Ready[]> {
  const [canned, answers] = await Promise.all([queryClient.fetchQuery(cannedQuery), queryClient.fetchQuery(answersQuery)]);
  return together(canned, answers);
}

export function useReady(): Ready[] {
  const { data: canned = [] } = useQuery(cannedQuery);
  const { data: answers = [] } = useQuery(answersQuery);
  return together(canned, answers);
}

/** With its blanks filled for this ticket, an answer in what the customer speaks; counts the use. */
export const fillReady = ({ kind, id }: Ready, ticket: string): Promise<{ html: string }> => (kind === 'canned' ? fillCanned : fillAnswer)(id, ticket);

export const keywordsOf = ({ keywords }: { keywords: string }) => keywords.split(/[,\s]+/).filter(Boolean);

export const previewOf = (html: string) => new DOMParser().parseFromString(html.replace(/<\/p>/g, ' </p>'), 'text/html').body.textContent.trim();

/** Those that fit what was typed; those in the agent's language, or in the customer's, first, then the most used. */
export function offered(texts: readonly Ready[], query: string, language: string, limit = OFFERED): Ready[] {
  const near = (one: Ready) => (one.kind === 'answer' || one.language === language ? 1 : 0);
  const sorted = [...texts].sort((a, b) => near(b) - near(a) || b.uses - a.uses);
  return ranked(sorted, query, (one) => [one.name, ...keywordsOf(one)], limit);
}
