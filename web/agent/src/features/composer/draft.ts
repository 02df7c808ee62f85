import { queryOptions } from '@tanstack/react-query';
import { call, get } from '@/api/client';
import { asProblem } from '@/api/problem';
import { keys } from '@/api/query-client';
import type { Attachment, BegunDraft, Draft, Page, Status } from '@/api/types';
import { TAB } from '@/kit/tab';

/** What is being written: the same shape on screen, in this browser and on the server. */
export interface Words {
  type: Draft['type'];
  html: string;
  attachments: Attachment[];
  to: string[];
  cc: string[];
  bcc: string[];
  in_reply_to: string | null;
  status: Status | null;
}

export const NOTHING: Words = { type: 'reply', html: '', attachments: [], to: [], cc: [], bcc: [], in_reply_to: null, status: null };

export const isEmpty = (words: Pick<Words, 'attachments' | 'html'>) =>
  words.attachments.length === 0 && words.html.replace(/<[^>]*>|&nbsp;/g, '').trim() === '';

export const wordsOf = ({ type, html, attachments, to, cc, bcc, in_reply_to, status }: Draft): Words => ({ type, html, attachments, to, cc, bcc, in_reply_to, status });

/** What the agent has begun in one ticket: at most one of each type, the newest first. */
export const draftsQuery = (code: string) =>
  queryOptions({
    queryKey: keys.draft(code),
    queryFn: async ({ signal }) => (await get<Page<Draft>>(`/tickets/${code}/drafts`, {}, signal)).items,
    staleTime: 0,
  });

export const pastDraftsQuery = (code: string, type: Words['type']) =>
  queryOptions({
    queryKey: [...keys.draft(code), 'past', type],
    queryFn: async ({ signal }) => (await get<Page<Draft>>(`/tickets/${code}/drafts/${type}/past`, {}, signal)).items,
    staleTime: 0,
  });

const LISTED_MAX = 200;

/** Everything the agent has begun anywhere. */
export const myDraftsQuery = queryOptions({
  queryKey: keys.drafts,
  queryFn: async ({ signal }) => (await get<Page<BegunDraft>>('/drafts', { limit: LISTED_MAX }, signal)).items,
  staleTime: 60_000,
});

export async function saveDraft(code: string, words: Words, keepalive = false): Promise<Draft | null> {
  if (isEmpty(words)) {
    await call('DELETE', `/tickets/${code}/draft`, { query: { type: words.type }, keepalive }).catch((error: unknown) => {
      if (asProblem(error).status !== 404) throw error;
    });
    return null;
  }
  const body = { ...words, attachments: words.attachments.map((file) => file.id), tab: TAB };
  return call<Draft>('PUT', `/tickets/${code}/draft`, { body, keepalive });
}
