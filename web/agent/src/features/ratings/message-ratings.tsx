import { useTranslation } from 'react-i18next';
import type { Rating } from '@/api/types';
import { When } from '@/kit/time';
import { InvalidateRating } from './invalidate';
import { RatingMark } from './rating-mark';
import classes from './ratings.module.css';

/** Under an answer in the thread: what the customer said of it. */
export function MessageRatings({ ratings }: { ratings: Rating[] }) {
  return ratings.map((rating) => <OfMessage key={rating.id} rating={rating} />);
}

function OfMessage({ rating }: { rating: Rating }) {
  const { t } = useTranslation();
  return (
    <section className={classes.rating} aria-label={t('rating.one')}>
      <div className={classes.head}>
        <RatingMark rating={rating} />
        <span className={classes.about}>
          {rating.customer && t('rating.by', { name: rating.customer.name })} <When at={rating.at} />
        </span>
        <InvalidateRating rating={rating} />
      </div>
      <RatingWords rating={rating} />
    </section>
  );
}

/** The comment, and why it counts no more. */
export function RatingWords({ rating }: { rating: Rating }) {
  const { t } = useTranslation();
  const { comment, invalidated } = rating;
  return (
    <>
      {comment && (
        <p className={classes.comment} data-void={invalidated ? true : undefined}>
          {comment}
        </p>
      )}
      {invalidated && (
        <p className={classes.void}>
          {invalidated.by ? t('rating.invalidated_by', { name: invalidated.by.name }) : t('rating.invalidated')}
          {invalidated.reason && `: ${invalidated.reason}`}
        </p>
      )}
    </>
  );
}
