import { Checkbox, Tooltip } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { memo, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketRow } from '@/api/types';
import { AgentFace } from '@/features/agents/agent-face';
import { Nobody } from '@/kit/face';
import { When } from '@/kit/time';
import { RowOnlooker } from '@/features/attention/onlookers';
import { DraftMark } from '@/features/composer/draft-mark';
import { DueMark } from '@/features/slas/clock-mark';
import { TagDot } from '@/features/tags/tag-dot';
import { Cell } from './cell';
import type { Column } from './columns';
import { PriorityMark, StatusMark } from './marks';
import classes from './row.module.css';

const TAGS_SHOWN = 2;

interface Props {
  row: TicketRow;
  index: number;
  top: number;
  height: number;
  card: boolean;
  columns: readonly Column[];
  current: boolean;
  /** The one row the Tab key stops at. */
  reachable: boolean;
  selected: boolean;
  pick: (code: string, event: MouseEvent | null) => void;
}

export const unanswered = (row: TicketRow) => row.status === 'new' || row.status === 'open';

function Tags({ tags, colours }: { tags: string[]; colours: TicketRow['tag_colours'] }) {
  const more = tags.length - TAGS_SHOWN;
  return (
    <span className={classes.tags}>
      {tags.slice(0, TAGS_SHOWN).map((tag) => (
        <span key={tag} className={classes.tag}>
          <TagDot colour={colours[tag]} />
          {tag}
        </span>
      ))}
      {more > 0 && (
        <Tooltip label={tags.slice(TAGS_SHOWN).join(', ')}>
          <span className={classes.tag}>+{more}</span>
        </Tooltip>
      )}
    </span>
  );
}

function Assignee({ row }: { row: TicketRow }) {
  const { t } = useTranslation();
  const name = row.assignee?.name;
  return (
    <Tooltip label={name ?? t('ticket.nobody')}>
      <span className={classes.assignee}>
        {row.assignee ? <AgentFace agent={row.assignee} size={20} /> : <Nobody size={20} />}
        <span className="for-ears">{name ?? t('ticket.nobody')}</span>
      </span>
    </Tooltip>
  );
}

/** One ticket in the list: a line on a wide screen, a card of two lines beside an open ticket and on a phone. */
export const Row = memo(function Row({ row, index, top, height, card, columns, current, reachable, selected, pick }: Props) {
  const { t } = useTranslation();
  const customer = row.customer.name || row.customer.email || t('ticket.no_customer');
  const check = (
    <Checkbox
      className={classes.check}
      checked={selected}
      aria-label={t('list.select', { subject: row.subject })}
      tabIndex={-1}
      onChange={() => {}}
      onClick={(e) => {
        e.stopPropagation();
        pick(row.code, e);
      }}
    />
  );
  const subject = (
    <Link to="/tickets/$code" params={{ code: row.code }} search={(s) => s} className={classes.link} tabIndex={-1} data-row-link preload="intent">
      {row.subject}
    </Link>
  );
  const shared = {
    role: 'row',
    'aria-rowindex': index + 1,
    'aria-selected': selected,
    'data-code': row.code,
    'data-current': current || undefined,
    'data-selected': selected || undefined,
    'data-unanswered': unanswered(row) || undefined,
    tabIndex: reachable ? 0 : -1,
    style: { transform: `translateY(${top}px)`, height },
  };

  if (card) {
    return (
      <div {...shared} className={classes.card}>
        <span role="gridcell" className={classes.lead}>
          <StatusMark status={row.status} />
          {check}
        </span>
        <span role="gridcell" className={classes.customer} title={customer}>
          {customer}
        </span>
        <span role="gridcell" className={classes.marks}>
          <DraftMark code={row.code} />
          <RowOnlooker code={row.code} />
          {row.has_attachments && <IconPaperclip size={14} className={classes.clip} aria-label={t('list.has_attachments')} />}
          <DueMark ticket={row} />
          <PriorityMark priority={row.priority} size={14} />
          <span className={classes.age}>
            <When at={row.last_message_at} narrow />
          </span>
        </span>
        <span role="gridcell" className={classes.subject} title={row.subject}>
          {subject}
          <span className={classes.snippet}>{row.snippet}</span>
        </span>
        <span role="gridcell">
          <Assignee row={row} />
        </span>
      </div>
    );
  }

  if (columns.length > 0) {
    return (
      <div {...shared} className={classes.line}>
        <span role="gridcell" className={classes.lead}>
          <StatusMark status={row.status} />
          {check}
        </span>
        <span role="gridcell" className={classes.subject} title={row.subject}>
          {subject}
          <DueMark ticket={row} />
          <RowOnlooker code={row.code} />
        </span>
        {columns.map((column) => (
          <Cell key={column} row={row} column={column} />
        ))}
      </div>
    );
  }

  return (
    <div {...shared} className={classes.line}>
      <span role="gridcell" className={classes.lead}>
        <StatusMark status={row.status} />
        {check}
      </span>
      <span role="gridcell" className={classes.customer} title={customer}>
        {customer}
      </span>
      <span role="gridcell" className={classes.subject} title={`${row.subject}\n${row.snippet ?? ''}`}>
        {subject}
        <span className={classes.snippet}>{row.snippet}</span>
        {row.has_attachments && <IconPaperclip size={14} className={classes.clip} aria-label={t('list.has_attachments')} />}
        {row.sub_status && <span className={classes.tag}>{row.sub_status.name}</span>}
        <Tags tags={row.tags} colours={row.tag_colours} />
        <DueMark ticket={row} />
        <DraftMark code={row.code} />
        <RowOnlooker code={row.code} />
      </span>
      <span role="gridcell" className={classes.department} title={row.department.name}>
        {row.department.name}
      </span>
      <span role="gridcell">
        <PriorityMark priority={row.priority} />
      </span>
      <span role="gridcell">
        <Assignee row={row} />
      </span>
      <span role="gridcell" className={classes.age}>
        <When at={row.last_message_at} narrow />
      </span>
    </div>
  );
});
