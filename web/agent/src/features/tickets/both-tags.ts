/** The tags after two changed them at once: what either added is there, what either took off is not. */
export function bothTags(before: string[], mine: string[], theirs: string[]): string[] {
  const off = new Set(before.filter((tag) => !mine.includes(tag)));
  const added = mine.filter((tag) => !before.includes(tag) && !theirs.includes(tag));
  return [...theirs.filter((tag) => !off.has(tag)), ...added];
}
