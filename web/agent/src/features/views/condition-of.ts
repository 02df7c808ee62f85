import type { Condition } from '@/api/types';
import { VIEW_FILTERS, viewOf, type InboxSearch } from '@/features/navigation/views';

/** What the list shows now, as a condition. */
export function conditionOf(search: InboxSearch, saved: Condition | undefined): Condition {
  const built = search.saved || (search.q && !search.view) ? {} : VIEW_FILTERS[viewOf(search)];
  const { status, assignee } = { ...built, ...(search.status && { status: search.status }), ...(search.assignee && { assignee: search.assignee }) };
  const tests: Condition[] = [];
  if (saved) tests.push(...(saved.all ?? [saved]));
  if (status) tests.push({ field: 'status', op: 'is', value: status.split(',') });
  if (assignee) tests.push({ field: 'assignee', op: 'is', value: [assignee] });
  if (search.department) tests.push({ field: 'department', op: 'is', value: [search.department] });
  if (search.tag) tests.push({ field: 'tag', op: 'is', value: [search.tag] });
  return { all: tests.length > 0 ? tests : [{ field: 'status', op: 'is', value: ['new', 'open'] }] };
}
