import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { post } from '@/api/client';
import { asProblem } from '@/api/problem';
import { keys } from '@/api/query-client';
import type { Message, Status } from '@/api/types';
import { randomKey } from '@/kit/random';
import type { Words } from './draft';

export interface Sending {
  words: Words;
  status?: Status;
  /** How the case ended, with the status resolved. */
  disposition?: string;
  /** The last message before one's eyes: over a newer one the server asks first. */
  seen?: string;
  /** The ticket's own files that go along with a forward. */
  originals?: string[];
  /** Later, not now. */
  sendAt?: string;
}

/** So long an answer can be taken back. */
export const UNDO_SECONDS = 10;

/** Sends an answer or a note. One key per submit: pressing again after a lost answer sends nothing twice. */
export function useSendMessage(code: string) {
  const client = useQueryClient();
  const submit = useRef<{ content: string; key: string }>(undefined);
  return useMutation({
    mutationFn: ({ words, status, disposition, originals = [], sendAt, seen }: Sending) => {
      const body = {
        type: words.type,
        html: words.html,
        attachments: [...originals, ...words.attachments.map((file) => file.id)],
        ...(words.type !== 'note' && {
          to: words.to,
          cc: words.cc,
          bcc: words.bcc,
          ...(words.in_reply_to && { in_reply_to: words.in_reply_to }),
          ...(sendAt ? { send_at: sendAt } : { undo_seconds: UNDO_SECONDS }),
        }),
        ...(status && { status }),
        ...(disposition && { disposition }),
        ...(seen && words.type !== 'note' && { seen }),
      };
      const content = JSON.stringify(body);
      if (submit.current?.content !== content) submit.current = { content, key: randomKey() };
      return post<Message>(`/tickets/${code}/messages`, body, { 'Idempotency-Key': submit.current.key });
    },
    onSuccess: (message) => {
      submit.current = undefined;
      client.setQueryData<Message[]>(keys.messages(code), (all) => {
        if (!all || all.some((one) => one.id === message.id)) return all;
        return [...all, message];
      });
      void client.invalidateQueries({ queryKey: keys.ticket(code) });
      void client.invalidateQueries({ queryKey: keys.lists });
      void client.invalidateQueries({ queryKey: keys.counts });
    },
    onError: (error) => {
      // A refusal is an answer: the next try is another submit.
      if (!asProblem(error).offline) submit.current = undefined;
    },
  });
}
