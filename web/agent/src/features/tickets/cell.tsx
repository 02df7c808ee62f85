import { useTranslation } from 'react-i18next';
import type { TicketRow } from '@/api/types';
import { When } from '@/kit/time';
import { TagDot } from '@/features/tags/tag-dot';
import { useTypeName } from '@/features/words/word-list';
import { isOwn, keyOf, type Column } from './columns';
import classes from './row.module.css';

const TIMES = { created: 'created_at', updated: 'updated_at', last_message: 'last_message_at', due: 'due_at' } as const;
const isTime = (column: Column): column is keyof typeof TIMES => column in TIMES;

/** One chosen column of a ticket's line. */
export function Cell({ row, column }: { row: TicketRow; column: Column }) {
  const { t } = useTranslation();
  const typeName = useTypeName();
  if (isTime(column)) {
    return (
      <span role="gridcell" className={classes.age}>
        <When at={row[TIMES[column]]} narrow={column !== 'due'} />
      </span>
    );
  }
  if (isOwn(column)) {
    const value = (row.fields as Record<string, unknown>)[keyOf(column)];
    const told = value === true ? t('condition.yes') : value === false ? t('condition.no') : Array.isArray(value) ? value.join(', ') : String((value ?? '') as string | number);
    return (
      <span role="gridcell" className={classes.cell} title={told}>
        {told}
      </span>
    );
  }
  if (column === 'tags') {
    return (
      <span role="gridcell" className={classes.cell} title={row.tags.join(', ')}>
        {row.tags.map((tag, index) => (
          <span key={tag}>
            {index > 0 && ', '}
            <TagDot colour={row.tag_colours[tag]} />
            {tag}
          </span>
        ))}
      </span>
    );
  }
  const words = {
    code: row.code,
    customer: row.customer.name || row.customer.email || t('ticket.no_customer'),
    company: row.company?.name ?? '',
    department: row.department.name,
    assignee: row.assignee?.name ?? t('ticket.nobody'),
    status: t(`status.${row.status}`),
    sub_status: row.sub_status?.name ?? '',
    priority: t(`priority.${row.priority}`),
    type: typeName(row.type),
    channel: t(`channel.${row.channel}`, row.channel),
  }[column];
  return (
    <span role="gridcell" className={classes.cell} title={words}>
      {words}
    </span>
  );
}
