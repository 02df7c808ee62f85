import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, type CSSProperties, type MouseEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketRow } from '@/api/types';
import { reveal, useRows, useSteadyScroll } from '@/kit/rows';
import { Failed, Waiting } from '@/kit/states';
import { template, type Column } from './columns';
import { Row } from './row';
import type { TicketPages } from './tickets';
import classes from './list.module.css';

/** Rows left below when the next page is asked for. */
const AHEAD = 25;
const CARD = 62;
const LINE = 36;
const LINE_COMPACT = 30;

interface Props {
  query: UseInfiniteQueryResult<TicketPages>;
  rows: TicketRow[];
  card: boolean;
  compact: boolean;
  current: string | undefined;
  selected: ReadonlySet<string>;
  pick: (code: string, event: MouseEvent | null) => void;
  empty: ReactNode;
  /** What a saved view shows of a ticket; none for the usual line. */
  columns: readonly Column[];
}

export function TicketList({ query, rows, card, compact, current, selected, pick, empty, columns }: Props) {
  const { t } = useTranslation();
  const scroll = useRef<HTMLDivElement>(null);
  const height = card ? CARD : compact ? LINE_COMPACT : LINE;
  const ids = useMemo(() => rows.map((row) => row.code), [rows]);
  const { first, last } = useRows(scroll, rows.length, height);
  useSteadyScroll(scroll, ids, height);

  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last > rows.length - AHEAD) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, last, rows.length]);

  // The cursor moved (not the rows): bring it into sight, and the focus along if it was in the list.
  const latest = useRef(ids);
  useEffect(() => {
    latest.current = ids;
  }, [ids]);
  useEffect(() => {
    const box = scroll.current;
    if (!current || !box) return;
    reveal(box, latest.current.indexOf(current), height);
    requestAnimationFrame(() => {
      const row = box.querySelector<HTMLElement>(`[data-code="${CSS.escape(current)}"]`);
      if (row && (box.contains(document.activeElement) || document.activeElement === document.body)) row.focus({ preventScroll: true });
    });
  }, [current, height]);

  const shown = rows.slice(first, last);
  const currentIsHere = current !== undefined && ids.includes(current);

  return (
    <div className={classes.box} data-selecting={selected.size > 0 || undefined}>
      <div className={classes.scroll} ref={scroll} tabIndex={-1}>
        {(query.isPending || (query.isSuccess && rows.length === 0 && hasNextPage)) && <Waiting rows={24} height={height} />}
        {query.isError && rows.length === 0 && <Failed error={query.error} retry={() => void query.refetch()} />}
        {query.isSuccess && rows.length === 0 && !hasNextPage && empty}
        {rows.length > 0 && (
          <div
            role="grid"
            aria-label={t('list.label')}
            aria-rowcount={hasNextPage ? -1 : rows.length}
            aria-multiselectable="true"
            className={classes.rows}
            style={{ height: rows.length * height, ...(columns.length > 0 && { '--ticket-columns': template(columns) }) } as CSSProperties}
          >
            {shown.map((row, offset) => (
              <Row
                key={row.code}
                row={row}
                index={first + offset}
                top={(first + offset) * height}
                height={height}
                card={card}
                columns={columns}
                current={row.code === current}
                reachable={row.code === current || (!currentIsHere && first + offset === 0)}
                selected={selected.has(row.code)}
                pick={pick}
              />
            ))}
          </div>
        )}
      </div>
    </div>
  );
}
