import { patch, post, remove } from '@/api/client';
import { keys } from '@/api/query-client';
import type { CannedMessage } from '@/api/types';
import { useAct } from '@/kit/act';

export interface CannedWords {
  name: string;
  keywords: string;
  html: string;
  language: string;
  scope: CannedMessage['scope'];
  department?: string;
}

export const useSaveCanned = (id: string | undefined) =>
  useAct(
    (words: CannedWords) => (id ? patch<CannedMessage>(`/canned-messages/${id}`, words) : post<CannedMessage>('/canned-messages', words)),
    [keys.canned],
    true,
  );

export const useDeleteCanned = () => useAct((id: string) => remove(`/canned-messages/${id}`), [keys.canned]);
