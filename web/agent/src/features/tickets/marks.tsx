import { Tooltip } from '@mantine/core';
import {
  IconChevronDown,
  IconChevronsUp,
  IconChevronUp,
  IconCircleArrowUpLeft,
  IconCircleCheckFilled,
  IconCircleDotFilled,
  IconCirclePause,
  IconClockHour4,
  IconMessageCircle,
  IconMinus,
  IconPhone,
  IconProgress,
  IconShieldX,
  IconTrash,
  type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Priority, Status } from '@/api/types';
import classes from './marks.module.css';

const STATUS_ICONS: Record<Status, Icon> = {
  new: IconCircleDotFilled,
  open: IconProgress,
  answered: IconCircleArrowUpLeft,
  pending: IconCirclePause,
  postponed: IconClockHour4,
  chatting: IconMessageCircle,
  calling: IconPhone,
  resolved: IconCircleCheckFilled,
  spam: IconShieldX,
  deleted: IconTrash,
};

const PRIORITY_ICONS: Record<Priority, Icon> = {
  low: IconChevronDown,
  normal: IconMinus,
  high: IconChevronUp,
  urgent: IconChevronsUp,
};

/** A status by shape first, by colour second. `bare` where its name stands beside it. */
export function StatusMark({ status, size = 16, bare = false }: { status: Status; size?: number; bare?: boolean }) {
  const { t } = useTranslation();
  const Icon = STATUS_ICONS[status];
  const mark = (
    <span
      className={classes.mark}
      data-status={status}
      {...(bare ? { 'aria-hidden': true } : { role: 'img', 'aria-label': t(`status.${status}`) })}
    >
      <Icon size={size} stroke={1.9} />
    </span>
  );
  return bare ? mark : <Tooltip label={t(`status.${status}`)}>{mark}</Tooltip>;
}

/** Normal priority is silent in lists: only what differs is shown. */
export function PriorityMark({ priority, size = 16, bare = false }: { priority: Priority; size?: number; bare?: boolean }) {
  const { t } = useTranslation();
  const Icon = PRIORITY_ICONS[priority];
  if (bare) {
    return (
      <span className={classes.mark} data-priority={priority} aria-hidden="true">
        <Icon size={size} stroke={2} />
      </span>
    );
  }
  if (priority === 'normal') return <span className="for-ears">{t('priority.normal')}</span>;
  return (
    <Tooltip label={t(`priority.${priority}`)}>
      <span className={classes.mark} data-priority={priority} role="img" aria-label={t(`priority.${priority}`)}>
        <Icon size={size} stroke={2} />
      </span>
    </Tooltip>
  );
}
