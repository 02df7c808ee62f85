import { describe, expect, it } from 'vitest';
import type { Message, Rating } from '@/api/types';
import { besideAnswers, ratingSearch } from './ratings';

const message = (id: string, at: string, direction: string) => ({ id, at, direction, aside: false, author: { kind: direction === 'out' ? 'agent' : 'customer' } }) as Message;
const rating = (id: string, at: string, of: string | null) => ({ id, at, message: of }) as Rating;

describe('ratings beside answers', () => {
  const thread = [message('a', '2026-03-01T08:00:00Z', 'out'), message('b', '2026-03-01T09:00:00Z', 'in'), message('c', '2026-03-01T10:00:00Z', 'out')];

  it('stand by the answer they name, however late', () => {
    expect(besideAnswers(thread, [rating('r', '2026-03-02T10:00:00Z', 'a')]).get('a')).toHaveLength(1);
  });

  it('stand by the last answer before them when they name none', () => {
    expect([...besideAnswers(thread, [rating('r', '2026-03-01T09:30:00Z', null)]).keys()]).toEqual(['a']);
    expect([...besideAnswers(thread, [rating('r', '2026-03-01T07:30:00Z', null)]).keys()]).toEqual([]);
  });
});

it('only what is known narrows the list', () => {
  expect(ratingSearch({ rating: 'rebuke', valid: false, x: 'y', agent: '', from: 3 })).toEqual({ rating: 'rebuke', valid: 'false' });
});
