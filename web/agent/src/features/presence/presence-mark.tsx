import { IconCircleCheckFilled, IconCircleDashed, IconPlayerPauseFilled } from '@tabler/icons-react';
import type { Presence } from '@/api/types';
import classes from './presence.module.css';

const ICONS = { online: IconCircleCheckFilled, paused: IconPlayerPauseFilled, offline: IconCircleDashed };

/** A shape of its own for each state, not only a colour. */
export function PresenceMark({ state }: { state: Presence['state'] }) {
  const Icon = ICONS[state];
  return <Icon size={14} stroke={1.9} className={classes.mark} data-state={state} aria-hidden="true" />;
}
