/** The time a report is about: named, so that a saved link goes on meaning "the last 30 days", or two days chosen. */
export const RANGES = [
  'today', 'yesterday', 'last_7', 'last_30', 'last_90', 'last_7_days', 'last_30_days', 'this_week', 'last_week', 'this_month', 'last_month', 'this_quarter', 'last_quarter', 'this_year', 'last_year',
] as const;
export type Range = (typeof RANGES)[number];

export const CUTS = ['hour', 'day', 'week', 'month', 'quarter', 'year'] as const;
export type Cut = (typeof CUTS)[number];

/** Days as the server takes them: the last one not in it. */
export interface Days {
  from: string;
  to: string;
}

const DAY_MS = 86_400_000;
const HOURS_READABLE = 2;
const DAYS_READABLE = 62;
const WEEKS_READABLE = 366;
const MONTHS_READABLE = 1_100;

// Days without a clock: reckoned at noon UTC nothing can slip over midnight.
const parse = (day: string) => new Date(`${day}T12:00:00Z`);
const format = (date: Date) => date.toISOString().slice(0, 10);

export const plusDays = (day: string, days: number) => format(new Date(parse(day).getTime() + days * DAY_MS));

const monthStart = (day: string, months = 0) => {
  const date = parse(day);
  return format(new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1, 12)));
};

const quarterStart = (day: string, quarters = 0) => {
  const date = parse(day);
  return format(new Date(Date.UTC(date.getUTCFullYear(), (Math.floor(date.getUTCMonth() / 3) + quarters) * 3, 1, 12)));
};

const yearStart = (day: string, years = 0) => format(new Date(Date.UTC(parse(day).getUTCFullYear() + years, 0, 1, 12)));

const weekStart = (day: string) => plusDays(day, -((parse(day).getUTCDay() + 6) % 7));

/** Today where the desk is. */
export const todayIn = (timeZone: string | undefined, now = new Date()) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);

export function daysOf(range: Range, today: string): Days {
  const tomorrow = plusDays(today, 1);
  switch (range) {
    case 'today':
      return { from: today, to: tomorrow };
    case 'yesterday':
      return { from: plusDays(today, -1), to: today };
    case 'last_7':
      return { from: plusDays(today, -6), to: tomorrow };
    case 'last_30':
      return { from: plusDays(today, -29), to: tomorrow };
    case 'last_90':
      return { from: plusDays(today, -89), to: tomorrow };
    case 'last_7_days':
      return { from: plusDays(today, -7), to: today };
    case 'last_30_days':
      return { from: plusDays(today, -30), to: today };
    case 'this_week':
      return { from: weekStart(today), to: plusDays(weekStart(today), 7) };
    case 'last_week':
      return { from: plusDays(weekStart(today), -7), to: weekStart(today) };
    case 'this_month':
      return { from: monthStart(today), to: monthStart(today, 1) };
    case 'last_month':
      return { from: monthStart(today, -1), to: monthStart(today) };
    case 'this_quarter':
      return { from: quarterStart(today), to: quarterStart(today, 1) };
    case 'last_quarter':
      return { from: quarterStart(today, -1), to: quarterStart(today) };
    case 'this_year':
      return { from: yearStart(today), to: yearStart(today, 1) };
    case 'last_year':
      return { from: yearStart(today, -1), to: yearStart(today) };
  }
}

export const lengthOf = ({ from, to }: Days) => Math.round((parse(to).getTime() - parse(from).getTime()) / DAY_MS);

/** As long, right before: whole months before whole months, else as many days. */
export function before({ from, to }: Days): Days {
  const start = parse(from);
  const end = parse(to);
  const months = (end.getUTCFullYear() - start.getUTCFullYear()) * 12 + end.getUTCMonth() - start.getUTCMonth();
  if (months > 0 && start.getUTCDate() === 1 && end.getUTCDate() === 1) return { from: monthStart(from, -months), to: from };
  return { from: plusDays(from, -lengthOf({ from, to })), to: from };
}

/** Into as many points as one can read. */
export function cutFor(days: Days): Cut {
  const length = lengthOf(days);
  if (length <= HOURS_READABLE) return 'hour';
  if (length <= DAYS_READABLE) return 'day';
  if (length <= WEEKS_READABLE) return 'week';
  return length <= MONTHS_READABLE ? 'month' : 'quarter';
}

/** How a point in time is written below a chart. */
export function pointName(at: string, cut: Cut, timeZone: string, language: string, long = false): string {
  const date = new Date(at);
  const name = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language, { timeZone, ...options }).format(date);
  switch (cut) {
    case 'hour':
      return name(long ? { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } : { hour: '2-digit', minute: '2-digit' });
    case 'day':
      return name(long ? { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } : { day: 'numeric', month: 'short' });
    case 'week':
      return name(long ? { day: 'numeric', month: 'long', year: 'numeric' } : { day: 'numeric', month: 'short' });
    case 'month':
      return name(long ? { month: 'long', year: 'numeric' } : { month: 'short', year: '2-digit' });
    case 'quarter': {
      const month = Number(new Intl.DateTimeFormat('en', { timeZone, month: 'numeric' }).format(date));
      return `Q${Math.ceil(month / 3)} ${name({ year: 'numeric' })}`;
    }
    case 'year':
      return name({ year: 'numeric' });
  }
}
