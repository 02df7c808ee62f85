/** A date as people write it, such as "Thu, 24 Dec 2026"; what holds every year needs none. */
export function dayText(date: string, language: string, yearly = false) {
  const at = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return date;
  return at.toLocaleDateString(language, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    ...(yearly ? {} : { year: 'numeric', weekday: 'short' }),
  });
}
