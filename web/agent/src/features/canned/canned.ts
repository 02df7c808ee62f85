import { queryOptions } from '@tanstack/react-query';
import { post } from '@/api/client';
import { all } from '@/api/pages';
import { keys } from '@/api/query-client';
import type { CannedMessage } from '@/api/types';
import { ranked } from '@/kit/fuzzy';

const FRESH_MS = 5 * 60_000;
const OFFERED = 12;

export const cannedQuery = queryOptions({
  queryKey: keys.canned,
  queryFn: ({ signal }) => all<CannedMessage>('/canned-messages', {}, signal),
  staleTime: FRESH_MS,
});

/** The message with its blanks filled for this ticket; counts the use. */
export const fillCanned = (id: string, ticket: string) => post<{ html: string }>(`/canned-messages/${id}/use`, { ticket });

export const keywordsOf = ({ keywords }: CannedMessage) => keywords.split(/[,\s]+/).filter(Boolean);

export const previewOf = (html: string) => new DOMParser().parseFromString(html.replace(/<\/p>/g, ' </p>'), 'text/html').body.textContent.trim();

/** Those that fit what was typed; those in the agent's language first, then the most used. */
export function offered(messages: readonly CannedMessage[], query: string, language: string, limit = OFFERED): CannedMessage[] {
  const near = (message: CannedMessage) => (message.language === language ? 1 : 0);
  const sorted = [...messages].sort((a, b) => near(b) - near(a) || b.uses - a.uses);
  return ranked(sorted, query, (message) => [message.name, ...keywordsOf(message)], limit);
}
