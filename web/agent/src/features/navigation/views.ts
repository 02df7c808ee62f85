import {
  IconCornerUpLeft,
  IconAlertCircle,
  IconClockPause,
  IconHourglassLow,
  IconInbox,
  IconCircleCheck,
  IconMailbox,
  IconShieldX,
  IconTrash,
  IconUser,
  IconUserQuestion,
  type Icon,
} from '@tabler/icons-react';
import { VIEWS, type View } from '@/api/types';

export const VIEW_ICONS: Record<View, Icon> = {
  to_answer: IconInbox,
  mine: IconUser,
  unassigned: IconUserQuestion,
  due_soon: IconHourglassLow,
  overdue: IconAlertCircle,
  answered: IconCornerUpLeft,
  waiting: IconClockPause,
  resolved: IconCircleCheck,
  all: IconMailbox,
  spam: IconShieldX,
  deleted: IconTrash,
};

/** What each view asks of the list. */
export const VIEW_FILTERS: Record<View, { status?: string; assignee?: string; due?: string }> = {
  to_answer: { status: 'new,open' },
  mine: { status: 'new,open', assignee: 'me' },
  unassigned: { status: 'new,open', assignee: 'none' },
  due_soon: { due: 'due_soon' },
  overdue: { due: 'overdue' },
  answered: { status: 'answered' },
  waiting: { status: 'pending,postponed' },
  resolved: { status: 'resolved' },
  all: {},
  spam: { status: 'spam' },
  deleted: { status: 'deleted' },
};

const SORTS = ['-last_message', 'last_message', '-created', 'created', 'due', 'importance'] as const;
export type Sort = (typeof SORTS)[number];
export const ALL_SORTS: readonly Sort[] = SORTS;

/** The inbox's place in the URL. */
export interface InboxSearch {
  view?: View;
  /** The id of a saved view; then there is no built-in one. */
  saved?: string;
  status?: string;
  department?: string;
  assignee?: string;
  tag?: string;
  q?: string;
  sort?: Sort;
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

export function inboxSearch(raw: Record<string, unknown>): InboxSearch {
  const search: InboxSearch = {
    view: VIEWS.find((view) => view === raw.view),
    saved: text(raw.saved),
    status: text(raw.status),
    department: text(raw.department),
    assignee: text(raw.assignee),
    tag: text(raw.tag),
    q: text(raw.q),
    sort: SORTS.find((sort) => sort === raw.sort),
  };
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
}

export const viewOf = (search: InboxSearch): View => search.view ?? 'to_answer';
