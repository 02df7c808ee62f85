import { Tooltip } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';

const TICK_MS = 20_000;
const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;
const SHOWN_AS_AGE = 7 * DAY;

let now = Date.now();
const watchers = new Set<() => void>();
let clock: ReturnType<typeof setInterval> | undefined;

function watch(watcher: () => void) {
  watchers.add(watcher);
  clock ??= setInterval(() => {
    now = Date.now();
    watchers.forEach((w) => { w(); });
  }, TICK_MS);
  return () => {
    watchers.delete(watcher);
    if (watchers.size > 0) return;
    clearInterval(clock);
    clock = undefined;
  };
}

/** The time as of the last tick: one clock for every age on the screen. */
export const useNow = () => useSyncExternalStore(watch, () => now);

function unitOf(seconds: number): [Intl.RelativeTimeFormatUnit, number] {
  const size = Math.abs(seconds);
  if (size < HOUR) return ['minute', Math.trunc(seconds / MINUTE)];
  if (size < DAY) return ['hour', Math.trunc(seconds / HOUR)];
  return ['day', Math.trunc(seconds / DAY)];
}

const justNow = (language: string) => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(0, 'second');

function day(at: Date, language: string) {
  const thisYear = at.getFullYear() === new Date().getFullYear();
  return at.toLocaleDateString(language, { day: 'numeric', month: 'short', ...(thisYear ? {} : { year: 'numeric' }) });
}

/** "5 min ago"; a date when it is more than a week away. */
export function relative(at: Date, from: number, language: string) {
  const seconds = (at.getTime() - from) / 1000;
  if (Math.abs(seconds) >= SHOWN_AS_AGE) return day(at, language);
  const [unit, amount] = unitOf(seconds);
  return amount === 0 ? justNow(language) : new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' }).format(amount, unit);
}

/** "5m", "3h", "2d": as narrow as a list's column. */
export function age(at: Date, from: number, language: string) {
  const seconds = Math.max(0, (from - at.getTime()) / 1000);
  if (seconds >= SHOWN_AS_AGE) return day(at, language);
  const [unit, amount] = unitOf(seconds);
  if (amount === 0) return justNow(language);
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'narrow' }).format(amount);
}

export function exact(at: Date, language: string) {
  return at.toLocaleString(language, { dateStyle: 'full', timeStyle: 'short' });
}

/** "Mon, Nov 23, 9:00 AM": a moment near enough to do without its year. */
export function soon(at: Date, language: string) {
  return at.toLocaleString(language, { weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' });
}

/** A time as people say it, with the exact one on hover. */
export function When({ at, narrow = false }: { at: string; narrow?: boolean }) {
  const { i18n } = useTranslation();
  const clockNow = useNow();
  const date = new Date(at);
  // What happened since the last tick happened now, not in the future.
  const from = Math.abs(date.getTime() - clockNow) < TICK_MS * 2 ? Math.max(clockNow, date.getTime()) : clockNow;
  return (
    <Tooltip label={exact(date, i18n.language)}>
      <time dateTime={at}>{narrow ? age(date, from, i18n.language) : relative(date, from, i18n.language)}</time>
    </Tooltip>
  );
}
