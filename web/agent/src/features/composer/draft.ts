import { queryOptions } from '@tanstack/react-query';
import { call } from '@/api/client';
import { asProblem } from '@/api/problem';
import { keys } from '@/api/query-client';
import type { Attachment, Draft } from '@/api/types';

/** What is being written: the same shape on screen, in this browser and on the server. */
export interface Words {
  type: 'reply' | 'note';
  html: string;
  attachments: Attachment[];
  cc: string[];
}

export const NOTHING: Words = { type: 'reply', html: '', attachments: [], cc: [] };

export const isEmpty = (words: Words) => words.attachments.length === 0 && words.html.replace(/<[^>]*>|&nbsp;/g, '').trim() === '';

export const draftQuery = (code: string) =>
  queryOptions({
    queryKey: keys.draft(code),
    queryFn: async ({ signal }) => {
      try {
        return await call<Draft>('GET', `/tickets/${code}/draft`, { signal });
      } catch (error) {
        if (asProblem(error).status === 404) return null;
        throw error;
      }
    },
    staleTime: 0,
  });

export async function saveDraft(code: string, words: Words, keepalive = false): Promise<Draft | null> {
  if (isEmpty(words)) {
    await call('DELETE', `/tickets/${code}/draft`, { keepalive }).catch((error: unknown) => {
      if (asProblem(error).status !== 404) throw error;
    });
    return null;
  }
  const body = { type: words.type, html: words.html, cc: words.cc, attachments: words.attachments.map((file) => file.id) };
  return call<Draft>('PUT', `/tickets/${code}/draft`, { body, keepalive });
}

const keptAs = (agent: string, code: string) => `fourleaf.draft.${agent}.${code}`;

/** Kept in this browser until the server has it: a closed lid, a dead network or an ended session loses nothing. */
export function keep(agent: string, code: string, words: Words) {
  try {
    localStorage.setItem(keptAs(agent, code), JSON.stringify(words));
  } catch {
    // A full or forbidden storage must not stand in the way of writing; the server's copy follows.
  }
}

export function kept(agent: string, code: string): Words | null {
  try {
    const text = localStorage.getItem(keptAs(agent, code));
    return text ? { ...NOTHING, ...(JSON.parse(text) as Words) } : null;
  } catch {
    return null;
  }
}

export const forget = (agent: string, code: string) => { localStorage.removeItem(keptAs(agent, code)); };
