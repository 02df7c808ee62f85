import type { Unit } from './figures';

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;
const DAYS_FROM = 2 * DAY;

/** Nothing to divide by: no figure, which is not a nought. */
export const NOTHING = '—';

const part = (amount: number, unit: 'day' | 'hour' | 'minute' | 'second', language: string) =>
  new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'narrow', maximumFractionDigits: 0 }).format(amount);

/** The two largest parts: "1h 20m", "3m 5s"; from two days on in days and hours. */
export function duration(seconds: number, language: string): string {
  const whole = Math.round(seconds);
  if (Math.abs(whole) < MINUTE) return part(whole, 'second', language);
  const [large, small] =
    whole >= DAYS_FROM ? ([DAY, HOUR] as const) : whole >= HOUR ? ([HOUR, MINUTE] as const) : ([MINUTE, 1] as const);
  const names = { [DAY]: 'day', [HOUR]: 'hour', [MINUTE]: 'minute', 1: 'second' } as const;
  const rest = Math.floor((whole % large) / small);
  const first = part(Math.floor(whole / large), names[large], language);
  return rest > 0 ? `${first} ${part(rest, names[small], language)}` : first;
}

/** A figure as a person reads it, in their language. */
export function shown(value: number | null | undefined, unit: Unit, language: string): string {
  if (value === null || value === undefined) return NOTHING;
  const number = (digits: number) => new Intl.NumberFormat(language, { maximumFractionDigits: digits, minimumFractionDigits: 0 });
  switch (unit) {
    case 'percent':
      return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(value / 100);
    case 'seconds':
      return duration(value, language);
    case 'minutes':
      return duration(value * MINUTE, language);
    case 'points':
    case 'per_hour':
      return number(2).format(value);
    case 'score':
      return number(1).format(value);
    case 'count':
      return number(1).format(value);
  }
}

const UNITS_OF_TIME = [1, 5, 10, 15, 30, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY, 14 * DAY, 30 * DAY, 90 * DAY];
const TICKS = 4;

/** Where an axis is marked: round numbers, round times, no more than five. */
export function ticksFor(greatest: number, unit: Unit): number[] {
  if (greatest <= 0) return unit === 'percent' ? [0, 100] : [0, 1];
  const wanted = greatest / TICKS;
  const scale = unit === 'minutes' ? MINUTE : 1;
  let step: number;
  if (unit === 'seconds' || unit === 'minutes') {
    step = (UNITS_OF_TIME.find((time) => time >= wanted * scale) ?? Math.ceil((wanted * scale) / (90 * DAY)) * 90 * DAY) / scale;
  } else {
    const power = 10 ** Math.floor(Math.log10(wanted));
    step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= wanted) ?? 10) * power;
    if (unit === 'count') step = Math.max(1, Math.ceil(step));
  }
  const count = Math.ceil(greatest / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

/** For these less is better; for the others more, or nobody can say. */
const LESS_IS_BETTER = new Set([
  'backlog', 'overdue', 'reopen_rate', 'first_answer_time', 'next_answer_time', 'first_answer_time_business', 'next_answer_time_business',
  'first_assign_time', 'resolution_time', 'abandonment', 'chat_abandonment', 'call_answer_speed', 'chat_answer_speed', 'missed', 'rebukes_percent', 'ces',
]);
const MORE_IS_BETTER = new Set([
  'case_resolution', 'case_resolution_cohort', 'fcr', 'sla_compliance', 'save_rate', 'save_rate_dispositions', 'service_level', 'chat_service_level',
  'email_service_level', 'csat', 'csat_mean', 'nps', 'rewards_percent', 'survey_response', 'answers_per_hour', 'resolved_per_hour',
]);

export function isBetter(id: string, difference: number): boolean | undefined {
  if (difference === 0) return undefined;
  if (MORE_IS_BETTER.has(id)) return difference > 0;
  return LESS_IS_BETTER.has(id) ? difference < 0 : undefined;
}

/** How it went since: percentages by points, everything else by its share. */
export function change(now: number | null | undefined, then: number | null | undefined, unit: Unit, language: string): string | undefined {
  if (now === null || now === undefined || then === null || then === undefined) return undefined;
  if (unit === 'percent' || unit === 'score' || unit === 'points') {
    const points = new Intl.NumberFormat(language, { maximumFractionDigits: unit === 'points' ? 2 : 1, signDisplay: 'exceptZero' });
    return points.format(now - then);
  }
  if (then === 0) return undefined;
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' }).format((now - then) / then);
}
