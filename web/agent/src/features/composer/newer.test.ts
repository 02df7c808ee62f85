import { describe, expect, it } from 'vitest';
import type { Message } from '@/api/types';
import { lastSaid, saidSince } from './newer';

const message = (id: string, type: string, direction: string, author: string | null) => ({ id, type, direction, author: { id: author } }) as unknown as Message;

const thread = [
  message('01', 'message', 'in', null),
  message('02', 'reply', 'out', 'anna'),
  message('03', 'note', 'internal', 'bram'),
  message('05', 'reply', 'out', 'bram'),
  message('04', 'message', 'in', null),
];

describe('what was said since', () => {
  it('is known by the newest id, whatever the order', () => {
    expect(lastSaid(thread)).toBe('05');
    expect(lastSaid([])).toBeUndefined();
  });

  it('is what customers and colleagues said, no notes and nothing of mine', () => {
    expect(saidSince(thread, '01', 'anna').map((one) => one.id)).toEqual(['05', '04']);
    expect(saidSince(thread, '01', 'bram').map((one) => one.id)).toEqual(['02', '04']);
    expect(saidSince(thread, '05', 'anna')).toEqual([]);
    expect(saidSince(thread, undefined, 'anna')).toEqual([]);
  });
});
