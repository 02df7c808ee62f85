import { Button, FileButton } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldGroup } from '@/kit/form';
import { BadgePicture, PICTURE_NAMES } from './badge-picture';
import { PICTURE_KB_MAX } from './game';
import classes from './game.module.css';

export interface Face {
  picture: string;
  /** Where an own one is, as saved. */
  url: string | null;
  /** An own one that is not saved yet. */
  file: File | null;
}

/** The picture of a badge: one of the drawn ones, or a file of one's own. */
export function BadgeFace({ face, polarity, change }: { face: Face; polarity: string; change: (face: Face) => void }) {
  const { t } = useTranslation();
  const own = useMemo(() => (face.file ? URL.createObjectURL(face.file) : null), [face.file]);
  useEffect(() => () => { if (own) URL.revokeObjectURL(own); }, [own]);
  const url = own ?? face.url;
  return (
    <FieldGroup title={t('game.picture')} hint={t('game.picture_hint', { size: PICTURE_KB_MAX })}>
      <div className={classes.pictures} role="radiogroup" aria-label={t('game.picture')}>
        {url && <Choice label={t('game.picture_own')} chosen choose={() => undefined} picture={<BadgePicture picture="own" url={url} polarity={polarity} size={36} />} />}
        {PICTURE_NAMES.map((name, i) => (
          <Choice key={name} label={t('game.picture_drawn', { number: i + 1 })} chosen={!url && face.picture === name} choose={() => { change({ picture: name, url: null, file: null }); }} picture={<BadgePicture picture={name} polarity={polarity} size={36} />} />
        ))}
      </div>
      <div>
        <FileButton onChange={(file) => { if (file) change({ ...face, file }); }} accept="image/svg+xml,image/png">
          {(props) => (
            <Button variant="default" size="xs" {...props}>
              {t('game.picture_file')}
            </Button>
          )}
        </FileButton>
      </div>
    </FieldGroup>
  );
}

function Choice({ label, chosen, choose, picture }: { label: string; chosen: boolean; choose: () => void; picture: React.ReactNode }) {
  return (
    <label className={classes.choice} data-chosen={chosen || undefined} title={label}>
      <input type="radio" name="badge-picture" checked={chosen} onChange={choose} aria-label={label} />
      {picture}
    </label>
  );
}
