import { Tooltip, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { COLOURS, type Colour } from './tags';
import classes from './tag-dot.module.css';

/** One of the few colours a tag can have; grey is none. */
export function ColourField({ value, change }: { value: Colour; change: (colour: Colour) => void }) {
  const { t } = useTranslation();
  return (
    <div role="radiogroup" aria-label={t('tag.colour')}>
      <p className={classes.label}>{t('tag.colour')}</p>
      <div className={classes.choices}>
        {COLOURS.map((colour) => (
          <Tooltip key={colour} label={t(`tag.colour_${colour}`)}>
            <UnstyledButton className={classes.choice} role="radio" aria-checked={colour === value} aria-label={t(`tag.colour_${colour}`)} onClick={() => { change(colour); }}>
              <span className={classes.dot} data-colour={colour} />
            </UnstyledButton>
          </Tooltip>
        ))}
      </div>
    </div>
  );
}
