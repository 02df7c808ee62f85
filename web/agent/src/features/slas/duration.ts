const MINUTE = 60;
const HOUR = 3_600;

/** "2h 5m": hours and minutes of business time, never days, because a day has no fixed length there. */
export function span(seconds: number, language: string): string {
  const whole = Math.max(0, Math.round(seconds));
  const unit = (amount: number, name: 'hour' | 'minute' | 'second') =>
    new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'narrow' }).format(amount);
  const hours = Math.floor(whole / HOUR);
  const minutes = Math.floor((whole % HOUR) / MINUTE);
  if (hours === 0 && minutes === 0) return unit(whole, 'second');
  return [hours > 0 && unit(hours, 'hour'), minutes > 0 && unit(minutes, 'minute')].filter(Boolean).join(' ');
}

/** As it stands in a field: "1h 30m"; nothing for no target. */
export function typed(seconds: number | null | undefined): string {
  if (!seconds) return '';
  const hours = Math.floor(seconds / HOUR);
  const minutes = Math.floor((seconds % HOUR) / MINUTE);
  const rest = seconds % MINUTE;
  return [hours > 0 && `${String(hours)}h`, minutes > 0 && `${String(minutes)}m`, rest > 0 && `${String(rest)}s`].filter(Boolean).join(' ');
}

const PARTS = /(\d+(?:[.,]\d+)?)\s*(h|m|s)?/gu;
const WHOLE = /^\s*(?:\d+(?:[.,]\d+)?\s*(?:h|m|s)?\s*)+$/u;

/** What a field says: "4h", "1h 30m", "1.5h", "90" (minutes), "1:30"; null for nothing, undefined for what is no time. */
export function read(text: string): number | null | undefined {
  const given = text.trim().toLowerCase();
  if (!given) return null;
  const clock = /^(\d{1,4}):([0-5]\d)$/u.exec(given);
  if (clock) return Number(clock[1]) * HOUR + Number(clock[2]) * MINUTE || undefined;
  if (!WHOLE.test(given)) return undefined;
  let seconds = 0;
  for (const [, amount = '', unit] of given.matchAll(PARTS)) {
    seconds += Number(amount.replace(',', '.')) * (unit === 'h' ? HOUR : unit === 's' ? 1 : MINUTE);
  }
  return Math.round(seconds) || undefined;
}
