import { PICTURE_NAMES, PICTURES } from './quests';
import classes from './quests.module.css';

const ICON_SHARE = 0.54;

/** What a quest looks like; one we don't know, as a flag. */
export function QuestPicture({ picture, size }: { picture: string; size: number }) {
  const { icon: Drawn, tint } = PICTURES[PICTURE_NAMES.find((name) => name === picture) ?? 'flag'];
  return (
    <span className={classes.picture} data-tint={tint} style={{ width: size, height: size }} aria-hidden="true">
      <Drawn size={size * ICON_SHARE} stroke={1.5} />
    </span>
  );
}
