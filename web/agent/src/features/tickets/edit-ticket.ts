import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { get, ifMatch, patch } from '@/api/client';
import { asProblem, Problem } from '@/api/problem';
import { keys } from '@/api/query-client';
import type { Ticket, TicketEdit } from '@/api/types';
import { bothTags } from './both-tags';
import { listed, type TicketFilter, type TicketPages } from './tickets';

/** What is asked of the server, and what to show until it answers. */
export interface TicketChange {
  edit: TicketEdit;
  shown: Partial<Ticket>;
}

/** A colleague changed the very same thing meanwhile. */
export class ChangedMeanwhile extends Error {
  readonly now: Ticket;
  /** Where both changed something. */
  readonly fields: (keyof Ticket)[];

  constructor(now: Ticket, fields: (keyof Ticket)[]) {
    super('changed meanwhile');
    this.name = 'ChangedMeanwhile';
    this.now = now;
    this.fields = fields;
  }
}

/** The newest we know of a ticket: opened or listed. */
export function cached(client: QueryClient, code: string): Ticket | undefined {
  const opened = client.getQueryData<Ticket>(keys.ticket(code));
  const row = listed(client, code);
  return opened && row && row.version > opened.version ? row : (opened ?? row);
}

/** Shows a change everywhere the ticket is on screen; drops it from lists that ask for another status. */
export function show(client: QueryClient, code: string, shown: Partial<Ticket>) {
  client.setQueryData<Ticket>(keys.ticket(code), (ticket) => ticket && { ...ticket, ...shown });
  for (const [key, data] of client.getQueriesData<TicketPages>({ queryKey: keys.lists })) {
    if (!data) continue;
    const wanted = (key[1] as TicketFilter).status?.split(',');
    const leaves = shown.status !== undefined && wanted !== undefined && !wanted.includes(shown.status);
    client.setQueryData<TicketPages>(key, {
      ...data,
      pages: data.pages.map((page) => ({
        ...page,
        items: page.items.flatMap((row) => {
          if (row.code !== code) return [row];
          return leaves ? [] : [{ ...row, ...shown }];
        }),
      })),
    });
  }
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Sends an edit against the version we saw; a change elsewhere in the ticket is no reason to bother anyone. */
async function send(code: string, change: TicketChange, seen: Ticket | undefined, anyway: boolean): Promise<Ticket> {
  try {
    return await patch<Ticket>(`/tickets/${code}`, change.edit, anyway ? {} : ifMatch(seen?.version));
  } catch (error) {
    if (!asProblem(error).stale || !seen) throw error;
    const now = await get<Ticket>(`/tickets/${code}`);
    const clash = (Object.keys(change.shown) as (keyof Ticket)[]).filter((field) => field !== 'tags' && !same(now[field], seen[field]));
    if (clash.length > 0) throw new ChangedMeanwhile(now, clash);
    const { tags } = change.edit;
    // Tags are a set: what both did to it holds.
    const edit = tags ? { ...change.edit, tags: bothTags(seen.tags, tags, now.tags) } : change.edit;
    return patch<Ticket>(`/tickets/${code}`, edit, ifMatch(now.version));
  }
}

export interface Edit {
  code: string;
  change: TicketChange;
  /** Overwrite what a colleague did: asked for by the agent, after having seen it. */
  anyway?: boolean;
}

/** The ticket as the agent saw it when they made the change. */
const seenBy = new WeakMap<TicketChange, Ticket | undefined>();

export function useEditTicket() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ code, change, anyway = false }: Edit) => send(code, change, seenBy.get(change), anyway),
    onMutate: async ({ code, change }) => {
      await client.cancelQueries({ queryKey: keys.ticket(code), exact: true });
      const before = cached(client, code);
      seenBy.set(change, before);
      show(client, code, change.shown);
      return before;
    },
    onSuccess: (ticket, { code }) => {
      show(client, code, ticket);
      client.setQueryData(keys.ticket(code), ticket);
      void client.invalidateQueries({ queryKey: keys.history(code) });
      void client.invalidateQueries({ queryKey: keys.counts });
    },
    onError: (error, { code }, before) => {
      const now = error instanceof ChangedMeanwhile ? error.now : before;
      if (now) show(client, code, now);
      if (error instanceof ChangedMeanwhile || error instanceof Problem) void client.invalidateQueries({ queryKey: keys.lists });
    },
  });
}
