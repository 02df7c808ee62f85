import { describe, expect, it } from 'vitest';
import { asEnd, asTyped, flawOf, groups, isOvernight, momentIn, nextInterval, typedIn, weekText } from './hours';

describe('a day', () => {
  it('may have several intervals, the last over midnight', () => {
    expect(flawOf([['09:00', '12:00'], ['13:00', '17:00'], ['22:00', '06:00']])).toBeUndefined();
    expect(isOvernight(['22:00', '06:00'])).toBe(true);
    expect(isOvernight(['22:00', '24:00'])).toBe(false);
  });

  it('says what is wrong with it', () => {
    expect(flawOf([['09:00', '12:00'], ['11:59', '17:00']])).toBe('overlap');
    expect(flawOf([['22:00', '06:00'], ['23:00', '24:00']])).toBe('overlap');
    expect(flawOf([['09:00', '']])).toBe('incomplete');
    expect(flawOf([['09:00', '09:00']])).toBe('empty');
  });

  it('ends at 24:00, which a field shows as 00:00', () => {
    expect(asTyped('24:00')).toBe('00:00');
    expect(asEnd('00:00')).toBe('24:00');
    expect(asEnd('06:00')).toBe('06:00');
  });

  it('offers what comes next', () => {
    expect(nextInterval([])).toEqual(['09:00', '17:00']);
    expect(nextInterval([['09:00', '12:00']])).toEqual(['13:00', '17:00']);
    expect(nextInterval([['09:00', '23:30']])).toEqual(['', '']);
  });
});

describe('a week', () => {
  it('is told by neighbouring days alike', () => {
    const office = [['09:00', '17:00']];
    const weekly = { mon: office, tue: office, wed: office, thu: office, fri: office, sat: [['10:00', '14:00']], sun: [] };
    expect(groups(weekly).map(({ from, to }) => [from, to])).toEqual([['mon', 'fri'], ['sat', 'sat']]);
    expect(weekText(weekly, 'en')).toBe('Mon–Fri 09:00–17:00, Sat 10:00–14:00');
  });
});

describe('a time in a zone', () => {
  it('is the moment at which its clocks show it', () => {
    expect(momentIn('Europe/Vilnius', '2026-01-05T09:00')?.toISOString()).toBe('2026-01-05T07:00:00.000Z');
    expect(momentIn('Europe/Vilnius', '2026-07-05T09:00')?.toISOString()).toBe('2026-07-05T06:00:00.000Z');
    expect(momentIn('America/Los_Angeles', '2026-01-05T23:30')?.toISOString()).toBe('2026-01-06T07:30:00.000Z');
  });

  it('is the first of two, and later when it never comes', () => {
    expect(momentIn('Europe/Vilnius', '2026-10-25T03:30')?.toISOString()).toBe('2026-10-25T00:30:00.000Z');
    expect(momentIn('Europe/Vilnius', '2026-03-29T03:30')?.toISOString()).toBe('2026-03-29T01:30:00.000Z');
  });

  it('is typed as its clocks show it', () => {
    expect(typedIn('Europe/Vilnius', new Date('2026-07-05T06:00:00Z'))).toBe('2026-07-05T09:00');
    expect(momentIn('UTC', 'x')).toBeUndefined();
  });
});
