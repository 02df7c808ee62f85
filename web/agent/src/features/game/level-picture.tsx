import { IconBriefcase, IconCrown, IconDiamond, IconEar, IconFlame, IconHeartHandshake, IconMusic, IconPlant2, IconPuzzle, IconSeeding, IconShieldCheck, IconTelescope } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import classes from './level.module.css';

/** One sign for each place, from a seedling to a crown. */
const SIGNS = [IconSeeding, IconPlant2, IconHeartHandshake, IconEar, IconPuzzle, IconShieldCheck, IconBriefcase, IconTelescope, IconDiamond, IconMusic, IconFlame, IconCrown];

/** So far is one level from the next in colour. */
const STEPS = SIGNS.length - 1;
const SIGN = 0.5;

/** The picture of a level; the higher, the fuller its colour. */
export function LevelPicture({ place, size = 40, reached = true }: { place: number; size?: number; reached?: boolean }) {
  const Sign = SIGNS[Math.min(SIGNS.length, Math.max(1, place)) - 1] ?? IconSeeding;
  return (
    <span className={classes.picture} data-reached={reached || undefined} style={{ '--size': `${String(size)}px`, '--full': `${String(Math.round(((place - 1) / STEPS) * 100))}%` } as CSSProperties} aria-hidden="true">
      <Sign size={Math.round(size * SIGN)} stroke={1.8} />
    </span>
  );
}
