import { Button, FileButton } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { PICTURE_KB_MAX } from '@/features/game/game';
import { ItemPicture } from './item-picture';
import { PICTURE_NAMES } from './shop';
import classes from './shop.module.css';

export interface Face {
  picture: string;
  /** Where an own one is, as saved. */
  url: string | null;
  /** An own one that is not saved yet. */
  file: File | null;
}

/** The picture of an item: one of the drawn ones, or a file of one's own. */
export function ItemFace({ face, change }: { face: Face; change: (face: Face) => void }) {
  const { t } = useTranslation();
  const own = useMemo(() => (face.file ? URL.createObjectURL(face.file) : null), [face.file]);
  useEffect(() => () => { if (own) URL.revokeObjectURL(own); }, [own]);
  const url = own ?? face.url;
  return (
    <fieldset className={classes.pick}>
      <legend className={classes.legend}>{t('shop.picture')}</legend>
      {url && (
        <label>
          <input type="radio" name="picture" aria-label={t('game.picture_own')} checked readOnly />
          <ItemPicture picture={face.picture} url={url} size={48} />
        </label>
      )}
      {PICTURE_NAMES.map((name) => (
        <label key={name}>
          <input type="radio" name="picture" aria-label={t(`shop.picture_${name}`)} checked={!url && face.picture === name} onChange={() => { change({ picture: name, url: null, file: null }); }} />
          <ItemPicture picture={name} size={48} />
        </label>
      ))}
      <div className={classes.file}>
        <FileButton onChange={(file) => { if (file) change({ ...face, file }); }} accept="image/svg+xml,image/png">
          {(props) => (
            <Button variant="default" size="xs" {...props}>
              {t('game.picture_file')}
            </Button>
          )}
        </FileButton>
        <span className={classes.soft}>{t('game.picture_hint', { size: PICTURE_KB_MAX })}</span>
      </div>
    </fieldset>
  );
}
