import { describe, expect, it } from 'vitest';
import { read, span, typed } from './duration';

describe('a target', () => {
  it('is read as people write it', () => {
    expect(read('4h')).toBe(14_400);
    expect(read('1h 30m')).toBe(5_400);
    expect(read('1,5h')).toBe(5_400);
    expect(read('90')).toBe(5_400);
    expect(read('1:30')).toBe(5_400);
    expect(read('45s')).toBe(45);
    expect(read(' ')).toBeNull();
    expect(read('soon')).toBeUndefined();
    expect(read('0h')).toBeUndefined();
    expect(read('4h?')).toBeUndefined();
  });

  it('is shown as it is read', () => {
    expect(typed(5_400)).toBe('1h 30m');
    expect(typed(null)).toBe('');
    for (const seconds of [60, 45, 3_600, 5_461, 360_000]) expect(read(typed(seconds))).toBe(seconds);
    expect(span(5_400, 'en')).toBe('1h 30m');
    expect(span(20, 'en')).toBe('20s');
  });
});
