/** What a list can show beside the subject, which is always there. */
export const COLUMNS = [
  'code',
  'customer',
  'company',
  'department',
  'assignee',
  'status',
  'sub_status',
  'priority',
  'type',
  'channel',
  'tags',
  'created',
  'updated',
  'last_message',
  'due',
] as const;
type Known = (typeof COLUMNS)[number];
/** One of the workspace's own fields. */
type Own = `fields.${string}`;
export type Column = Known | Own;

const OWN = 'fields.';
export const isOwn = (name: string): name is Own => name.startsWith(OWN);
export const isColumn = (name: string): name is Column => isOwn(name) || (COLUMNS as readonly string[]).includes(name);
export const ownColumn = (key: string): Own => `${OWN}${key}`;
export const keyOf = (column: Own) => column.slice(OWN.length);

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
