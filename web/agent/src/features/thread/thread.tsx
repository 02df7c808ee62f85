import { useQuery } from '@tanstack/react-query';
import { useLayoutEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryLine, Message } from '@/api/types';
import { besideAnswers, ticketRatingsQuery } from '@/features/ratings/ratings';
import { historyQuery, messagesQuery } from '@/features/tickets/tickets';
import { Failed, Waiting } from '@/kit/states';
import { ThreadMessage } from './message';
import { sentence, SystemLines, type Told } from './system-lines';
import classes from './thread.module.css';

/** A status that changed with a message is told by the message. */
const SAME_MOMENT_MS = 3_000;
/** This near to the end, the reader is following; new messages are scrolled to. */
const AT_END = 160;
const EDGE = 12;

type Piece = { kind: 'message'; message: Message } | { kind: 'lines'; key: number; lines: Told[] };

export function pieces(messages: Message[], history: HistoryLine[], tell: (line: HistoryLine) => string | null): Piece[] {
  const moments = messages.map((message) => Date.parse(message.at));
  const withMessage = (line: HistoryLine) =>
    line.kind === 'ticket.status_changed' && moments.some((at) => Math.abs(at - Date.parse(line.at)) < SAME_MOMENT_MS);
  const told = history.flatMap((line) => {
    const text = withMessage(line) ? null : tell(line);
    return text ? [{ seq: line.seq, at: line.at, text, first: line.kind === 'ticket.created' }] : [];
  });
  const result: Piece[] = [];
  let next = 0;
  const until = (at: number) => {
    const lines: (Told & { first: boolean })[] = [];
    // A ticket is opened before its first message, whatever the two clocks say.
    for (let line = told[next]; line && (line.first || Date.parse(line.at) < at); line = told[++next]) lines.push(line);
    const first = lines[0];
    if (first) result.push({ kind: 'lines', key: first.seq, lines });
  };
  messages.forEach((message, index) => {
    until(moments[index] ?? 0);
    result.push({ kind: 'message', message });
  });
  until(Infinity);
  return result;
}

/** Everything that was said and done, oldest first, opened at its end. */
export function Thread({ code }: { code: string }) {
  const { t } = useTranslation();
  const messages = useQuery(messagesQuery(code));
  const { data: history = [] } = useQuery(historyQuery(code));
  const { data: ratings } = useQuery(ticketRatingsQuery(code));
  const rated = useMemo(() => besideAnswers(messages.data ?? [], ratings ?? []), [messages.data, ratings]);
  const scroll = useRef<HTMLDivElement>(null);
  const inside = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const all = useMemo(() => pieces(messages.data ?? [], history, (line) => sentence(line, t)), [messages.data, history, t]);

  useLayoutEffect(() => {
    const box = scroll.current;
    const content = inside.current;
    if (!box || !content) return;
    const watch = new ResizeObserver(() => {
      if (!following.current) return;
      // A last message taller than the screen is read from its beginning.
      const last = [...content.querySelectorAll('article')].pop();
      box.scrollTop = Math.min(box.scrollHeight, last ? last.offsetTop - content.offsetTop - EDGE : Infinity);
    });
    watch.observe(content);
    watch.observe(box);
    return () => { watch.disconnect(); };
  }, []);

  const scrolled = () => {
    const box = scroll.current;
    if (box) following.current = box.scrollHeight - box.scrollTop - box.clientHeight < AT_END;
  };

  return (
    <div className={classes.scroll} ref={scroll} onScroll={scrolled} tabIndex={0} role="log" aria-label={t('thread.label')} aria-live="polite">
      <div className={classes.thread} ref={inside}>
        {messages.isPending && <Waiting rows={4} height={96} />}
        {messages.isError && !messages.data && <Failed error={messages.error} retry={() => void messages.refetch()} />}
        {all.map((piece) =>
          piece.kind === 'message' ? (
            <ThreadMessage key={piece.message.id} message={piece.message} ratings={rated.get(piece.message.id)} />
          ) : (
            <SystemLines key={`lines-${piece.key}`} lines={piece.lines} />
          ),
        )}
      </div>
    </div>
  );
}
