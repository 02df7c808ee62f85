/** What a list can show beside the subject, which is always there. */
export const COLUMNS = [
  'code',
  'customer',
  'company',
  'department',
  'assignee',
  'status',
  'priority',
  'type',
  'channel',
  'tags',
  'created',
  'updated',
  'last_message',
  'due',
] as const;
export type Column = (typeof COLUMNS)[number];

export const isColumn = (name: string): name is Column => (COLUMNS as readonly string[]).includes(name);

const WIDTHS: Partial<Record<Column, string>> = {
  code: '124px',
  priority: 'minmax(60px, 84px)',
  status: 'minmax(70px, 96px)',
  created: '84px',
  updated: '84px',
  last_message: '84px',
  due: '104px',
};

/** The grid of a line that shows these columns after the status and the subject. */
export const template = (columns: readonly Column[]) =>
  ['24px', 'minmax(160px, 1fr)', ...columns.map((column) => WIDTHS[column] ?? 'minmax(70px, 140px)')].join(' ');
