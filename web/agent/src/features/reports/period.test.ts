import { describe, expect, it } from 'vitest';
import { before, cutFor, daysOf, plusDays, todayIn } from './period';

describe('the time of a report', () => {
  it('knows today where the desk is', () => {
    const now = new Date('2026-03-28T23:30:00Z');
    expect(todayIn('Europe/Vilnius', now)).toBe('2026-03-29');
    expect(todayIn('America/New_York', now)).toBe('2026-03-28');
  });

  it('goes over months, years and changes of the clock', () => {
    expect(daysOf('last_month', '2026-01-15')).toEqual({ from: '2025-12-01', to: '2026-01-01' });
    expect(daysOf('this_week', '2026-03-29')).toEqual({ from: '2026-03-23', to: '2026-03-30' });
    expect(daysOf('last_quarter', '2026-02-01')).toEqual({ from: '2025-10-01', to: '2026-01-01' });
    expect(daysOf('last_30', '2026-03-30').from).toBe('2026-03-01');
    expect(plusDays('2026-03-28', 2)).toBe('2026-03-30');
  });

  it('compares whole months with whole months and days with as many days', () => {
    expect(before({ from: '2026-03-01', to: '2026-04-01' })).toEqual({ from: '2026-02-01', to: '2026-03-01' });
    expect(before({ from: '2026-01-01', to: '2027-01-01' })).toEqual({ from: '2025-01-01', to: '2026-01-01' });
    expect(before({ from: '2026-03-10', to: '2026-03-17' })).toEqual({ from: '2026-03-03', to: '2026-03-10' });
  });

  it('cuts into as many points as one can read', () => {
    expect(cutFor({ from: '2026-03-01', to: '2026-03-02' })).toBe('hour');
    expect(cutFor({ from: '2026-03-01', to: '2026-04-01' })).toBe('day');
    expect(cutFor({ from: '2026-01-01', to: '2027-01-01' })).toBe('week');
    expect(cutFor({ from: '2024-01-01', to: '2026-12-01' })).toBe('month');
  });
});
