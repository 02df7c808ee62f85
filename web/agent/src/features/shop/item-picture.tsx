import { PICTURE_NAMES, PICTURES } from './shop';
import classes from './shop.module.css';

const ICON_SHARE = 0.5;

/** What an item looks like on its shelf; one we don't know, as a gift. */
export function ItemPicture({ picture, size }: { picture: string; size: number }) {
  const { icon: Drawn, tint } = PICTURES[PICTURE_NAMES.find((name) => name === picture) ?? 'gift'];
  return (
    <span className={classes.picture} data-tint={tint} style={{ width: size, height: size }} aria-hidden="true">
      <Drawn size={size * ICON_SHARE} stroke={1.4} />
    </span>
  );
}

/** As wide as its card. */
export function ItemBanner({ picture }: { picture: string }) {
  const { icon: Drawn, tint } = PICTURES[PICTURE_NAMES.find((name) => name === picture) ?? 'gift'];
  return (
    <span className={classes.picture} data-tint={tint} aria-hidden="true">
      <Drawn size={52} stroke={1.3} />
    </span>
  );
}
