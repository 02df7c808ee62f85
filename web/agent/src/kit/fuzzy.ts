/** Letters without case, accents and tone marks: "Ačiū" is found by "aciu", "Καλημέρα" by "καλημερα". */
export function plain(text: string) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Letters further apart than this many times their number are a coincidence, not a match. */
const SPREAD_MAX = 2;

/** How well the letters of `query` appear in `text` in order: 0 not at all, more is better. */
export function score(query: string, text: string): number {
  const wanted = plain(query.trim());
  const given = plain(text);
  if (!wanted) return 1;
  const at = given.indexOf(wanted);
  if (at === 0) return 1000 - given.length;
  if (at > 0) return (/[\s\-_/.]/.test(given[at - 1] ?? '') ? 800 : 600) - at;
  const signs = wanted.replace(/\s+/g, '');
  let points = 0;
  let first = -1;
  let from = 0;
  for (const sign of signs) {
    const found = given.indexOf(sign, from);
    if (found < 0) return 0;
    if (first < 0) first = found;
    points += found === from ? 5 : 1;
    from = found + 1;
  }
  return from - first <= signs.length * SPREAD_MAX ? points : 0;
}

export function ranked<T>(items: readonly T[], query: string, words: (item: T) => string[], limit = 50): T[] {
  return items
    .map((item) => ({ item, points: Math.max(...words(item).map((word) => score(query, word))) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .slice(0, limit)
    .map(({ item }) => item);
}
