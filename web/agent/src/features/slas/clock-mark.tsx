import { Tooltip } from '@mantine/core';
import {
  IconAlertCircle,
  IconCircleCheck,
  IconCircleMinus,
  IconHourglassLow,
  IconPlayerPause,
  IconHourglassHigh,
  type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ClockCard, Ticket } from '@/api/types';
import { exact, useNow } from '@/kit/time';
import { span } from './duration';
import classes from './slas.module.css';

type Standing = ClockCard['state'] | 'due_soon';

/** By shape first, by colour second. */
const ICONS: Record<Standing, Icon> = {
  running: IconHourglassHigh,
  due_soon: IconHourglassLow,
  missed: IconAlertCircle,
  paused: IconPlayerPause,
  met: IconCircleCheck,
  not_applicable: IconCircleMinus,
};

/** "in 12m" or "5m late", as of the last tick: all marks share one clock. */
export function useCountdown(dueAt: string) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const left = (new Date(dueAt).getTime() - now) / 1_000;
  const told = wall(Math.abs(left), i18n.language);
  return t(left < 0 ? 'sla.late_by' : 'sla.due_in', { time: told });
}

const DAY = 86_400;

function wall(seconds: number, language: string) {
  return seconds < 2 * DAY
    ? span(seconds < 60 ? seconds : Math.floor(seconds / 60) * 60, language)
    : new Intl.NumberFormat(language, { style: 'unit', unit: 'day', unitDisplay: 'narrow' }).format(Math.floor(seconds / DAY));
}

/** The state of a clock, or of a whole ticket, with its word beside it. */
export function StandingMark({ standing, bare = false }: { standing: Standing; bare?: boolean }) {
  const { t } = useTranslation();
  const Icon = ICONS[standing];
  return (
    <span className={classes.mark} data-standing={standing}>
      <Icon size={14} stroke={1.9} aria-hidden="true" />
      {!bare && t(`sla.state_${standing}`)}
    </span>
  );
}

/** In a list: only what presses is shown. */
export function DueMark({ ticket }: { ticket: Ticket }) {
  const standing = ticket.sla_standing;
  return standing === 'due_soon' || standing === 'overdue' ? <Pressing standing={standing} dueAt={ticket.due_at} /> : null;
}

function Pressing({ standing, dueAt }: { standing: 'due_soon' | 'overdue'; dueAt: string }) {
  const { t, i18n } = useTranslation();
  const told = useCountdown(dueAt);
  const Icon = standing === 'overdue' ? IconAlertCircle : IconHourglassLow;
  return (
    <Tooltip label={`${t(`sla.standing_${standing}`)} · ${exact(new Date(dueAt), i18n.language)}`}>
      <span className={classes.mark} data-standing={standing}>
        <Icon size={14} stroke={1.9} aria-hidden="true" />
        <span className="for-ears">{t(`sla.standing_${standing}`)}</span>
        {told}
      </span>
    </Tooltip>
  );
}
