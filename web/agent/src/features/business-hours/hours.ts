import type { BusinessCalendar, Holiday } from '@/api/types';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** From and to, such as 09:00 and 17:00; an end that is not later is on the next day. */
export type Interval = [string, string];

/** When a desk is open, as the server writes it. */
export interface Hours {
  time_zone: string;
  weekly: Record<string, string[][]>;
  holidays: Holiday[];
  special_days: Record<string, string[][]>;
}

const DAY_MINUTES = 1440;
const MINUTES = 60;
const MIDNIGHT = '24:00';

export const hoursOf = ({ time_zone, weekly, holidays, special_days }: BusinessCalendar): Hours => ({ time_zone, weekly, holidays, special_days });

export const intervalsOf = (written: string[][] | undefined): Interval[] => (written ?? []).map(([from = '', to = '']) => [from, to]);

const minute = (clock: string) => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * MINUTES + minutes;
};

/** Where it lies in its day; past 1440 is the next day. */
export function span([from, to]: Interval): [number, number] {
  const begin = minute(from);
  const end = minute(to);
  return [begin, end <= begin ? end + DAY_MINUTES : end];
}

export const isOvernight = (interval: Interval) => span(interval)[1] > DAY_MINUTES;

/** A field for a time knows no 24:00; midnight at the end of a day is the next one's 00:00. */
export const asTyped = (clock: string) => (clock === MIDNIGHT ? '00:00' : clock);
export const asEnd = (typed: string) => (typed === '00:00' ? MIDNIGHT : typed);

export type Flaw = 'incomplete' | 'overlap' | 'empty';

/** What is wrong with a day, if anything. */
export function flawOf(day: Interval[]): Flaw | undefined {
  if (day.some(([from, to]) => !from || !to)) return 'incomplete';
  if (day.some(([from, to]) => from === to)) return 'empty';
  const spans = day.map(span).sort(([a], [b]) => a - b);
  return spans.some(([begin], i) => i > 0 && begin < (spans[i - 1]?.[1] ?? 0)) ? 'overlap' : undefined;
}

/** What follows the last interval of a day: an hour's break, then four hours, as far as the day goes. */
export function nextInterval(day: Interval[]): Interval {
  if (day.length === 0) return ['09:00', '17:00'];
  const end = Math.max(...day.map((one) => span(one)[1]));
  if (end + 2 * MINUTES > DAY_MINUTES) return ['', ''];
  const text = (at: number) => `${String(Math.floor(at / MINUTES)).padStart(2, '0')}:${String(at % MINUTES).padStart(2, '0')}`;
  return [text(end + MINUTES), text(Math.min(DAY_MINUTES, end + 5 * MINUTES))];
}

/** Neighbouring days with the same hours, told once: what a list can say of a week. */
export function groups(weekly: Record<string, string[][]>): { from: Weekday; to: Weekday; day: Interval[] }[] {
  const found: { from: Weekday; to: Weekday; day: Interval[] }[] = [];
  for (const weekday of WEEKDAYS) {
    const day = intervalsOf(weekly[weekday]);
    const last = found.at(-1);
    if (last && JSON.stringify(last.day) === JSON.stringify(day)) last.to = weekday;
    else found.push({ from: weekday, to: weekday, day });
  }
  return found.filter(({ day }) => day.length > 0);
}

/** 5 January 2026 was a Monday. */
export function weekdayName(day: Weekday, language: string, weekday: 'long' | 'short') {
  return new Date(Date.UTC(2026, 0, 5 + WEEKDAYS.indexOf(day))).toLocaleDateString(language, { weekday, timeZone: 'UTC' });
}

const EN_DASH = '–';

/** "Mon–Fri 09:00–17:00, Sat 10:00–14:00" */
export const weekText = (weekly: Record<string, string[][]>, language: string) =>
  groups(weekly)
    .map(({ from, to, day }) => {
      const days = from === to ? weekdayName(from, language, 'short') : `${weekdayName(from, language, 'short')}${EN_DASH}${weekdayName(to, language, 'short')}`;
      return `${days} ${day.map((interval) => interval.join(EN_DASH)).join(' · ')}`;
    })
    .join(', ');

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

function offsetAt(at: number, zone: string) {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' }).formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - at;
}

/** The moment at which clocks in the zone show what was typed; of two such moments the first. */
export function momentIn(zone: string, typed: string): Date | undefined {
  const wall = Date.parse(`${typed}Z`);
  if (Number.isNaN(wall)) return undefined;
  const candidates = [offsetAt(wall - DAY_MS, zone), offsetAt(wall + DAY_MS, zone)].map((offset) => wall - offset).sort((a, b) => a - b);
  const fitting = candidates.find((at) => at + offsetAt(at, zone) === wall);
  return new Date(fitting ?? wall - offsetAt(wall - DAY_MS, zone));
}

/** What clocks in the zone show, as a field for a time takes it. */
export function typedIn(zone: string, at: Date) {
  return new Date(at.getTime() + offsetAt(Math.floor(at.getTime() / 1000) * 1000, zone)).toISOString().slice(0, 16);
}
