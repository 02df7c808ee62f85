import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState, type MouseEvent } from 'react';
import type { TicketRow } from '@/api/types';
import { VIEW_FILTERS, viewOf, type InboxSearch } from '@/features/navigation/views';
import { readAhead, ticketsQuery, type TicketFilter } from './tickets';

export function filterOf(search: InboxSearch): TicketFilter {
  const { saved, status, department, assignee, tag, q, sort } = search;
  // A search means the whole desk, not what is left of today's view.
  const built = saved || (q && !search.view) ? {} : VIEW_FILTERS[viewOf(search)];
  // A saved view has an order of its own, and what is due has that of its due times.
  const order = sort ?? (saved || 'due' in built ? undefined : '-last_message');
  return { ...built, ...(status && { status }), ...(assignee && { assignee }), department, tag, q, view: saved, sort: order };
}

/** The list as it stands: its rows, the cursor in it, and what is selected. */
export function useInbox(search: InboxSearch, open: string | undefined) {
  const client = useQueryClient();
  const query = useInfiniteQuery(ticketsQuery(filterOf(search)));
  const rows = useMemo(() => {
    // A row may move to the next page between two requests; it is still one ticket.
    const seen = new Map<string, TicketRow>();
    for (const page of query.data?.pages ?? []) for (const row of page.items) if (!seen.has(row.code)) seen.set(row.code, row);
    return [...seen.values()];
  }, [query.data]);

  const [cursor, setCursor] = useState<string>();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [anchor, setAnchor] = useState<string>();
  const current = open ?? cursor;

  const beside = useCallback(
    (step: number, from = current): string | undefined => {
      const at = rows.findIndex((row) => row.code === from);
      if (at < 0) return step > 0 ? rows[from === undefined ? Math.min(1, rows.length - 1) : 0]?.code : rows[0]?.code;
      return rows[at + step]?.code;
    },
    [rows, current],
  );

  const move = useCallback(
    (step: number) => {
      const next = beside(step) ?? current;
      setCursor(next);
      readAhead(client, beside(step, next));
      return next;
    },
    [beside, client, current],
  );

  const pick = useCallback(
    (code: string, event: Pick<MouseEvent, 'shiftKey'> | null) => {
      setSelected((before) => {
        const next = new Set(before);
        const from = rows.findIndex((row) => row.code === anchor);
        const to = rows.findIndex((row) => row.code === code);
        if (event?.shiftKey && from >= 0 && to >= 0) {
          for (const row of rows.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(row.code);
        } else if (!next.delete(code)) next.add(code);
        return next;
      });
      setAnchor(code);
    },
    [rows, anchor],
  );

  /** The selection where there is one, else what the cursor is on. */
  const chosen = useMemo(() => {
    if (selected.size > 0) return rows.filter((row) => selected.has(row.code));
    const row = rows.find((r) => r.code === current) ?? rows[0];
    return row ? [row] : [];
  }, [rows, selected, current]);

  return { query, rows, current, setCursor, beside, move, selected, pick, select: setSelected, chosen };
}
