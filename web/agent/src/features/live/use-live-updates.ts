import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { keys } from '@/api/query-client';
import type { BegunDraft, Draft, Onlooker, Page } from '@/api/types';
import { openStream, type LiveEvents } from '@/api/live';
import { listed } from '@/features/tickets/tickets';

/** A busy desk changes many times a second; lists are refetched at most this often. */
const LISTS_EVERY_MS = 1_000;
const PURSES_AFTER_MS = 1_500;
/** Boards are told of once more was counted; of many open ones not all ask at the same moment. */
const BOARDS_EVERY_MS = 150;
const BOARDS_SPREAD_MS = 250;
/** Numbers of saved views cost more than the others. */
const SAVED_COUNTS_EVERY_MS = 5_000;
/** Who looks at what changes all the time: told quickly for the ticket that is open, slowly for the rows of lists. */
const ONLOOKERS_EVERY_MS = 3_000;
const ONLOOKERS_HERE_MS = 150;
/** Nothing tells that a tab died: whoever's time is over is taken off. */
const ONLOOKERS_CHECK_MS = 10_000;

/** What customers said changes the list of it. */
const OPINIONS = ['rating.given', 'rating.invalidated', 'survey.answered'];

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
    // Coins come a moment after what they came for.
    const pursesDue = new Set<ReturnType<typeof setTimeout>>();
    const refreshPurses = (...parts: string[]) => {
      for (const part of parts) void client.invalidateQueries({ queryKey: [...keys.game, part] });
      if (pursesDue.size > 0) return;
      const due = setTimeout(() => {
        pursesDue.delete(due);
        for (const part of ['coins', 'shop']) void client.invalidateQueries({ queryKey: [...keys.game, part] });
      }, PURSES_AFTER_MS);
      pursesDue.add(due);
    };
    let boardsDue: ReturnType<typeof setTimeout> | undefined;
    const refreshBoards = () => {
      boardsDue ??= setTimeout(() => {
        boardsDue = undefined;
        for (const queryKey of [keys.boards, keys.standings, [...keys.game, 'quests']]) void client.invalidateQueries({ queryKey });
      }, BOARDS_EVERY_MS + Math.random() * BOARDS_SPREAD_MS);
    };
    let look: ReturnType<typeof setTimeout> | undefined;
    let lookAt = Infinity;
    const refreshOnlookers = (code: string) => {
      const here = window.location.pathname.endsWith(`/${code}`);
      if (!here && !listed(client, code)) return;
      const wait = here ? ONLOOKERS_HERE_MS : ONLOOKERS_EVERY_MS;
      if (performance.now() + wait >= lookAt) return;
      clearTimeout(look);
      lookAt = performance.now() + wait;
      look = setTimeout(() => {
        lookAt = Infinity;
        void client.invalidateQueries({ queryKey: keys.attention });
      }, wait);
    };
    let countsDue: ReturnType<typeof setTimeout> | undefined;
    const refreshSavedCounts = () => {
      countsDue ??= setTimeout(() => {
        countsDue = undefined;
        void client.invalidateQueries({ queryKey: keys.savedCounts });
      }, SAVED_COUNTS_EVERY_MS);
    };
    const reactions: { [N in keyof LiveEvents]: (facts: LiveEvents[N]) => void } = {
      'ticket.changed': ({ code, kind }) => {
        void client.invalidateQueries({ queryKey: keys.ticket(code) });
        if (OPINIONS.includes(kind)) void client.invalidateQueries({ queryKey: keys.ratings });
        refreshLists();
      },
      'counts.changed': () => {
        void client.invalidateQueries({ queryKey: keys.counts });
        refreshSavedCounts();
      },
      'views.changed': () => {
        void client.invalidateQueries({ queryKey: keys.savedViews });
        refreshSavedCounts();
      },
      'draft.changed': ({ code, type, version }) => {
        const known = client.getQueryData<Draft[]>(keys.draft(code))?.find((draft) => draft.type === type)?.version ?? 0;
        if (version <= known) return;
        void client.invalidateQueries({ queryKey: keys.draft(code) });
        const listed = client.getQueryData<BegunDraft[]>(keys.drafts)?.some((draft) => draft.ticket === code);
        if (!listed) void client.invalidateQueries({ queryKey: keys.drafts });
      },
      'delivery.changed': ({ code }) => void client.invalidateQueries({ queryKey: keys.messages(code) }),
      'attention.changed': ({ code }) => { refreshOnlookers(code); },
      'notification.changed': () => {
        void client.invalidateQueries({ queryKey: keys.unread });
        void client.invalidateQueries({ queryKey: keys.notifications });
      },
      'presence.changed': () => {
        void client.invalidateQueries({ queryKey: keys.presence });
        void client.invalidateQueries({ queryKey: keys.workload });
      },
      'offers.changed': () => void client.invalidateQueries({ queryKey: keys.offers }),
      'words.changed': () => {
        for (const queryKey of [keys.tags, keys.words, keys.fields]) void client.invalidateQueries({ queryKey });
        refreshLists();
      },
      'agents.changed': () => {
        for (const queryKey of [keys.agents, keys.skills, keys.session]) void client.invalidateQueries({ queryKey });
      },
      'workspace.changed': () => {
        for (const queryKey of [keys.workspace, keys.session, keys.reports]) void client.invalidateQueries({ queryKey });
        refreshBoards();
      },
      'kudos.changed': () => { refreshPurses('kudos', 'kudos-allowance', 'kudos-setting'); },
      'shop.changed': () => { refreshPurses('shop', 'orders'); },
      'quests.changed': () => { refreshPurses('quests'); },
      'boards.changed': refreshBoards,
      'contests.changed': () => void client.invalidateQueries({ queryKey: keys.contests }),
      'wall.changed': () => void client.invalidateQueries({ queryKey: keys.wall }),
      resync: () => void client.invalidateQueries(),
    };
    const check = setInterval(() => {
      const all = client.getQueryData<Page<Onlooker>>(keys.attention)?.items;
      if (all?.some((one) => Date.parse(one.until) < Date.now())) void client.invalidateQueries({ queryKey: keys.attention });
    }, ONLOOKERS_CHECK_MS);
    const close = openStream({ connected: setUp, event: (name, facts) => { reactions[name](facts); } });
    return () => {
      clearTimeout(due);
      clearTimeout(countsDue);
      clearTimeout(look);
      pursesDue.forEach(clearTimeout);
      clearTimeout(boardsDue);
      clearInterval(check);
      close();
    };
  }, [client]);

  return up;
}
