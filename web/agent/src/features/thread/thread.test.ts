import { describe, expect, it } from 'vitest';
import type { HistoryLine, Message } from '@/api/types';
import { pieces } from './thread';

const message = (id: string, at: string) => ({ id, at }) as Message;
const line = (seq: number, at: string, kind = 'ticket.assigned') => ({ seq, at, kind, by: { kind: 'agent', id: null, name: 'Anna' }, facts: {} }) as HistoryLine;
const told = (found: ReturnType<typeof pieces>) => found.map((piece) => (piece.kind === 'message' ? piece.message.id : piece.lines.map((l) => l.seq)));

describe('a thread', () => {
  it('tells what happened between the messages, in order', () => {
    const all = pieces(
      [message('first', '2026-03-02T09:00:00Z'), message('second', '2026-03-02T11:00:00Z')],
      [line(1, '2026-03-02T08:59:00Z'), line(2, '2026-03-02T10:00:00Z'), line(3, '2026-03-02T10:30:00Z'), line(4, '2026-03-02T12:00:00Z')],
      (l) => l.kind,
    );
    expect(told(all)).toEqual([[1], 'first', [2, 3], 'second', [4]]);
  });

  it('says nothing of a status that changed with a message', () => {
    const all = pieces([message('reply', '2026-03-02T09:00:00Z')], [line(1, '2026-03-02T09:00:01Z', 'ticket.status_changed')], (l) => l.kind);
    expect(told(all)).toEqual(['reply']);
  });

  it('leaves out what has no words', () => {
    expect(told(pieces([], [line(1, '2026-03-02T09:00:00Z')], () => null))).toEqual([]);
  });
});
