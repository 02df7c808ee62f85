import { get } from './client';
import type { Page } from './types';

const LIMIT = 200;
const PAGES_MAX = 25;

/** A whole small list (departments, a thread), read page by page; ends at 5 000 rows. */
export async function all<T>(path: string, query: Record<string, string> = {}, signal?: AbortSignal): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < PAGES_MAX; page++) {
    const answer: Page<T> = await get<Page<T>>(path, { ...query, limit: LIMIT, cursor }, signal);
    items.push(...answer.items);
    cursor = answer.next;
    if (!cursor) break;
  }
  return items;
}
