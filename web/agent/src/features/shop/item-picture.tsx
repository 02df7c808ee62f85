import { PICTURE_NAMES, PICTURES } from './shop';
import classes from './shop.module.css';

const ICON_SHARE = 0.5;
const BANNER_ICON = 52;

interface Look {
  /** One of ours; one we don't know is a gift. */
  picture: string;
  /** An own one, in its place. */
  url?: string | null;
}

function Drawn({ picture, size }: { picture: string; size: number }) {
  const { icon: Picture } = PICTURES[PICTURE_NAMES.find((name) => name === picture) ?? 'gift'];
  return <Picture size={size} stroke={1.4} />;
}

const tintOf = (picture: string) => PICTURES[PICTURE_NAMES.find((name) => name === picture) ?? 'gift'].tint;

/** What an item looks like on its shelf. */
export function ItemPicture({ picture, url, size }: Look & { size: number }) {
  return (
    <span className={classes.picture} data-tint={tintOf(picture)} data-own={url ? true : undefined} style={{ width: size, height: size }} aria-hidden="true">
      {url ? <img src={url} alt="" /> : <Drawn picture={picture} size={size * ICON_SHARE} />}
    </span>
  );
}

/** As wide as its card. */
export function ItemBanner({ picture, url }: Look) {
  return (
    <span className={classes.picture} data-tint={tintOf(picture)} data-own={url ? true : undefined} aria-hidden="true">
      {url ? <img src={url} alt="" /> : <Drawn picture={picture} size={BANNER_ICON} />}
    </span>
  );
}
