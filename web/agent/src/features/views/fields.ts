import type { Condition } from '@/api/types';

export type ValueKind = 'choice' | 'words' | 'text' | 'time' | 'seconds' | 'flag' | 'none' | 'number' | 'clock' | 'day' | 'pattern' | 'range';

const IS = ['is', 'is_not'] as const;
const MAYBE = ['set', 'not_set'] as const;
const TIME = ['older_than', 'newer_than', 'before', 'after', 'between'] as const;
const TEXT = ['contains', 'not_contains', 'is', 'is_not', 'matches', ...MAYBE] as const;

/** What can be asked of a ticket, and how; the server knows the same. */
export const OPERATORS = {
  status: IS,
  department: IS,
  assignee: [...IS, ...MAYBE],
  tag: [...IS, 'all_of', ...MAYBE],
  sub_status: [...IS, ...MAYBE],
  disposition: [...IS, ...MAYBE],
  priority: IS,
  channel: IS,
  source: IS,
  type: IS,
  sla_level: [...IS, ...MAYBE],
  customer: IS,
  customer_group: [...IS, 'all_of', ...MAYBE],
  company: [...IS, ...MAYBE],
  subject: ['contains', 'not_contains', 'is', 'is_not', 'matches'],
  created: TIME,
  changed: TIME,
  last_message: TIME,
  status_since: TIME,
  due: ['overdue', 'within', 'before', 'after', 'between'],
  postponed_until: ['within', 'before', 'after', ...MAYBE],
  resolved: [...TIME, ...MAYBE],
  overdue: ['is'],
  due_soon: ['is'],
  needs_answer: ['is'],
  answered: ['is'],
  linked: ['is'],
  attachments: ['is'],
  body: ['contains', 'not_contains', 'matches', ...MAYBE],
  from: TEXT,
  to: TEXT,
  cc: TEXT,
  direction: [...IS, ...MAYBE],
  language: [...IS, ...MAYBE],
  country: [...IS, ...MAYBE],
  call_number: TEXT,
  status_before: IS,
  actor: IS,
  assignee_presence: [...IS, ...MAYBE],
  queue_length: ['greater', 'less', 'between', 'is'],
  delivery: [...IS, ...MAYBE],
  rating: [...IS, ...MAYBE],
  now_weekday: IS,
  now_time: ['between', 'before', 'after'],
  now_date: ['is', 'is_not', 'before', 'after', 'between'],
  business_hours: ['is'],
} as const satisfies Record<string, readonly string[]>;

export type FieldName = keyof typeof OPERATORS;
export type OperatorName = (typeof OPERATORS)[FieldName][number];

/** Known only of the moment something happens: rules can ask them, lists can't. */
const MOMENTARY: readonly string[] = [
  'body', 'from', 'to', 'cc', 'direction', 'language', 'country', 'call_number', 'status_before', 'actor', 'assignee_presence',
  'queue_length', 'delivery', 'rating', 'now_weekday', 'now_time', 'now_date', 'business_hours',
];
const ALL_FIELDS = Object.keys(OPERATORS) as FieldName[];

export const fieldsFor = (rules: boolean) => (rules ? ALL_FIELDS : ALL_FIELDS.filter((field) => !MOMENTARY.includes(field)));
export const HEADER = 'header.';
export const OWN = 'fields.';
const OWN_OPERATORS: readonly OperatorName[] = ['is', 'is_not', 'all_of', 'contains', 'not_contains', 'matches', 'set', 'not_set', 'less', 'greater', 'between'];

export const isField = (name: string): name is FieldName => name in OPERATORS;

export const operatorsOf = (field: string): readonly OperatorName[] =>
  isField(field) ? OPERATORS[field] : field.startsWith(HEADER) ? TEXT : OWN_OPERATORS;

const CHOSEN: readonly string[] = [
  'status', 'department', 'assignee', 'tag', 'sub_status', 'disposition', 'type', 'priority', 'channel', 'source', 'direction',
  'status_before', 'actor', 'assignee_presence', 'delivery', 'rating', 'now_weekday', 'sla_level',
];
const FLAGS: readonly string[] = ['overdue', 'due_soon', 'needs_answer', 'answered', 'linked', 'attachments', 'business_hours'];

/** How one of the two values of a range is written. */
export const rangeKind = (field: string): 'time' | 'number' | 'clock' | 'day' =>
  field === 'now_time' ? 'clock' : field === 'now_date' ? 'day' : field === 'queue_length' || field.startsWith(OWN) ? 'number' : 'time';

/** Kept by its name, not by an id. */
export const isWord = (field: string) => field === 'type' || field === 'disposition';

export function valueKind(field: string, op: string): ValueKind {
  if (op === 'set' || op === 'not_set' || op === 'overdue') return 'none';
  if (op === 'older_than' || op === 'newer_than' || op === 'within') return 'seconds';
  if (op === 'between') return 'range';
  if (op === 'matches') return 'pattern';
  if (field === 'now_time') return 'clock';
  if (field === 'now_date') return 'day';
  if (field === 'queue_length' || op === 'less' || op === 'greater') return 'number';
  if (op === 'before' || op === 'after') return 'time';
  if (FLAGS.includes(field)) return 'flag';
  if (CHOSEN.includes(field)) return 'choice';
  return 'text';
}

const DAY_S = 86_400;

/** A test as it starts when its field or operator was just chosen. */
export function freshTest(field: string, op = operatorsOf(field)[0] ?? 'is'): Condition {
  const kind = valueKind(field, op);
  const value = kind === 'none' ? undefined : kind === 'seconds' ? 3 * DAY_S : kind === 'flag' ? true : kind === 'choice' ? [] : kind === 'range' ? ['', ''] : '';
  return { field, op, ...(value !== undefined && { value }) };
}

/** Whether nothing is left to fill in. */
export function isComplete(condition: Condition): boolean {
  const parts = condition.all ?? condition.any;
  if (parts) return parts.every(isComplete);
  const kind = valueKind(condition.field ?? '', condition.op ?? '');
  if (kind === 'none' || kind === 'flag' || kind === 'seconds') return true;
  return Array.isArray(condition.value) ? condition.value.length > 0 && condition.value.every(Boolean) : Boolean(condition.value);
}
