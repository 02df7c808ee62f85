import { describe, expect, it } from 'vitest';
import { change, duration, isBetter, NOTHING, shown, ticksFor } from './shown';

describe('a figure', () => {
  it('is read in its unit', () => {
    expect(shown(81.944, 'percent', 'en')).toBe('81.9%');
    expect(shown(3.416, 'points', 'en')).toBe('3.42');
    expect(shown(null, 'percent', 'en')).toBe(NOTHING);
    expect(shown(0, 'count', 'en')).toBe('0');
  });

  it('tells a time by its two largest parts', () => {
    expect(duration(42.4, 'en')).toBe('42s');
    expect(duration(312.4, 'en')).toBe('5m 12s');
    expect(duration(4_800, 'en')).toBe('1h 20m');
    expect(duration(93_600, 'en')).toBe('26h');
    expect(duration(187_200, 'en')).toBe('2d 4h');
  });

  it('changes by points or by its share, and not from nothing', () => {
    expect(change(90, 85, 'percent', 'en')).toBe('+5');
    expect(change(30, 40, 'count', 'en')).toBe('-25%');
    expect(change(30, 0, 'count', 'en')).toBeUndefined();
    expect(change(null, 40, 'seconds', 'en')).toBeUndefined();
  });

  it('is better by more, by less, or by neither', () => {
    expect(isBetter('fcr', 1)).toBe(true);
    expect(isBetter('backlog', 1)).toBe(false);
    expect(isBetter('volume', 1)).toBeUndefined();
  });
});

describe('an axis', () => {
  it('is marked at round numbers and round times', () => {
    expect(ticksFor(37, 'count')).toEqual([0, 10, 20, 30, 40]);
    expect(ticksFor(3, 'count')).toEqual([0, 1, 2, 3]);
    expect(ticksFor(5_000, 'seconds')).toEqual([0, 1_800, 3_600, 5_400]);
    expect(ticksFor(100, 'percent')).toEqual([0, 25, 50, 75, 100]);
  });
});
