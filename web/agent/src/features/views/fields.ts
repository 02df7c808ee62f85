import type { Condition } from '@/api/types';

export type ValueKind = 'choice' | 'words' | 'text' | 'time' | 'seconds' | 'flag' | 'none';

const IS = ['is', 'is_not'] as const;
const MAYBE = ['set', 'not_set'] as const;
const TIME = ['older_than', 'newer_than', 'before', 'after'] as const;

/** What can be asked of a ticket, and how; the server knows the same. */
export const OPERATORS = {
  status: IS,
  department: IS,
  assignee: [...IS, ...MAYBE],
  tag: [...IS, ...MAYBE],
  sub_status: [...IS, ...MAYBE],
  disposition: [...IS, ...MAYBE],
  priority: IS,
  channel: IS,
  type: IS,
  customer: IS,
  company: [...IS, ...MAYBE],
  subject: ['contains', 'not_contains'],
  created: TIME,
  last_message: TIME,
  due: ['overdue', 'within', 'before', 'after'],
  postponed_until: ['within', 'before', 'after', ...MAYBE],
  resolved: [...TIME, ...MAYBE],
  needs_answer: ['is'],
  answered: ['is'],
  linked: ['is'],
  attachments: ['is'],
} as const satisfies Record<string, readonly string[]>;

export type FieldName = keyof typeof OPERATORS;
export type OperatorName = (typeof OPERATORS)[FieldName][number] | 'less' | 'greater';

export const FIELDS = Object.keys(OPERATORS) as FieldName[];
export const OWN = 'fields.';
const OWN_OPERATORS: readonly OperatorName[] = ['is', 'is_not', 'contains', 'not_contains', 'set', 'not_set', 'less', 'greater'];

export const isField = (name: string): name is FieldName => name in OPERATORS;

export const operatorsOf = (field: string): readonly OperatorName[] => (isField(field) ? OPERATORS[field] : OWN_OPERATORS);

const CHOSEN: readonly string[] = ['status', 'department', 'assignee', 'tag', 'sub_status', 'disposition', 'type', 'priority', 'channel'];
const FLAGS: readonly string[] = ['needs_answer', 'answered', 'linked', 'attachments'];

/** Kept by its name, not by an id. */
export const isWord = (field: string) => field === 'type' || field === 'disposition';

export function valueKind(field: string, op: string): ValueKind {
  if (op === 'set' || op === 'not_set' || op === 'overdue') return 'none';
  if (op === 'older_than' || op === 'newer_than' || op === 'within') return 'seconds';
  if (op === 'before' || op === 'after') return 'time';
  if (FLAGS.includes(field)) return 'flag';
  if (CHOSEN.includes(field)) return 'choice';
  return 'text';
}

const DAY_S = 86_400;

/** A test as it starts when its field or operator was just chosen. */
export function freshTest(field: string, op = operatorsOf(field)[0] ?? 'is'): Condition {
  const kind = valueKind(field, op);
  const value = kind === 'none' ? undefined : kind === 'seconds' ? 3 * DAY_S : kind === 'flag' ? true : kind === 'choice' ? [] : '';
  return { field, op, ...(value !== undefined && { value }) };
}

/** Whether nothing is left to fill in. */
export function isComplete(condition: Condition): boolean {
  const parts = condition.all ?? condition.any;
  if (parts) return parts.every(isComplete);
  const kind = valueKind(condition.field ?? '', condition.op ?? '');
  if (kind === 'none' || kind === 'flag' || kind === 'seconds') return true;
  return Array.isArray(condition.value) ? condition.value.length > 0 : Boolean(condition.value);
}
