import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { keys } from '@/api/query-client';
import type { Draft } from '@/api/types';
import { openStream, type LiveEvents } from '@/api/live';

/** A busy desk changes many times a second; lists are refetched at most this often. */
const LISTS_EVERY_MS = 1_000;

/** Keeps what is on screen true while the page is open. Answers whether the stream is up. */
export function useLiveUpdates(): boolean {
  const client = useQueryClient();
  const [up, setUp] = useState(true);

  useEffect(() => {
    let due: ReturnType<typeof setTimeout> | undefined;
    const refreshLists = () => {
      due ??= setTimeout(() => {
        due = undefined;
        void client.invalidateQueries({ queryKey: keys.lists });
      }, LISTS_EVERY_MS);
    };
    const reactions: { [N in keyof LiveEvents]: (facts: LiveEvents[N]) => void } = {
      'ticket.changed': ({ code }) => {
        void client.invalidateQueries({ queryKey: keys.ticket(code) });
        refreshLists();
      },
      'counts.changed': () => void client.invalidateQueries({ queryKey: keys.counts }),
      'draft.changed': ({ code, version }) => {
        const known = client.getQueryData<Draft | null>(keys.draft(code))?.version ?? 0;
        if (version > known) void client.invalidateQueries({ queryKey: keys.draft(code) });
      },
      'delivery.changed': ({ code }) => void client.invalidateQueries({ queryKey: keys.messages(code) }),
      resync: () => void client.invalidateQueries(),
    };
    const close = openStream({ connected: setUp, event: (name, facts) => { reactions[name](facts); } });
    return () => {
      clearTimeout(due);
      close();
    };
  }, [client]);

  return up;
}
