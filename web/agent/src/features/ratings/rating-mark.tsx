import { IconMessageOff, IconMoodEmpty, IconMoodSad, IconMoodSmile, IconStars, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Rating } from '@/api/types';
import { HIGHEST } from './ratings';
import classes from './ratings.module.css';

/** By shape first, by colour second. */
const FACES: Record<NonNullable<Rating['rating']>, Icon> = {
  reward: IconMoodSmile,
  neutral: IconMoodEmpty,
  rebuke: IconMoodSad,
};

/** What was given, in a word: the verdict on an answer, or a survey's score. */
export function RatingMark({ rating }: { rating: Rating }) {
  const { t } = useTranslation();
  const { rating: verdict, score, kind, refused } = rating;
  const Face = refused ? IconMessageOff : verdict ? FACES[verdict] : IconStars;
  return (
    <span className={classes.mark} data-verdict={refused ? 'neutral' : (verdict ?? undefined)} data-void={rating.invalidated ? true : undefined}>
      <Face size={18} stroke={1.7} aria-hidden="true" />
      {refused ? t('rating.refused') : verdict ? t(`condition.rating_${verdict}`) : t('rating.score', { kind: t(`rating.kind_${kind}`), score, highest: HIGHEST[kind] })}
    </span>
  );
}
