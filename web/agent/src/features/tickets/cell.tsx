import { useTranslation } from 'react-i18next';
import type { TicketRow } from '@/api/types';
import { When } from '@/kit/time';
import type { Column } from './columns';
import classes from './row.module.css';

const TIMES = { created: 'created_at', updated: 'updated_at', last_message: 'last_message_at', due: 'due_at' } as const;
const isTime = (column: Column): column is keyof typeof TIMES => column in TIMES;

/** One chosen column of a ticket's line. */
export function Cell({ row, column }: { row: TicketRow; column: Column }) {
  const { t } = useTranslation();
  if (isTime(column)) {
    return (
      <span role="gridcell" className={classes.age}>
        <When at={row[TIMES[column]]} narrow={column !== 'due'} />
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
    priority: t(`priority.${row.priority}`),
    type: row.type,
    channel: t(`channel.${row.channel}`, row.channel),
    tags: row.tags.join(', '),
  }[column];
  return (
    <span role="gridcell" className={classes.cell} title={words}>
      {words}
    </span>
  );
}
