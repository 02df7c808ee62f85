import { LevelPicture } from './level-picture';
import classes from './level.module.css';

const SIZE = 112;
const LINE = 8;
const RADIUS = (SIZE - LINE) / 2;
const ROUND = 2 * Math.PI * RADIUS;

/** My level with, around it, how far the next one is. */
export function LevelRing({ place, progress, label }: { place: number; progress: number; label: string }) {
  return (
    <div className={classes.ring} role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(progress * 100)}>
      <svg viewBox={`0 0 ${String(SIZE)} ${String(SIZE)}`} width={SIZE} height={SIZE} aria-hidden="true">
        <circle cx={SIZE / 2} cy={SIZE / 2} r={RADIUS} fill="none" strokeWidth={LINE} className={classes.way} />
        <circle cx={SIZE / 2} cy={SIZE / 2} r={RADIUS} fill="none" strokeWidth={LINE} className={classes.done} strokeDasharray={`${String(ROUND * progress)} ${String(ROUND)}`} strokeLinecap={progress > 0 ? 'round' : 'butt'} />
      </svg>
      <LevelPicture place={place} size={72} />
    </div>
  );
}
