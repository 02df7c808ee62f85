import { Button } from '@mantine/core';
import { IconMoodSmile } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Rating } from '@/api/types';
import { Line, Lines } from '@/kit/sheet';
import { Empty, Failed, Waiting } from '@/kit/states';
import { When } from '@/kit/time';
import { InvalidateRating } from './invalidate';
import { RatingWords } from './message-ratings';
import { RatingMark } from './rating-mark';
import { ratingsQuery, type RatingFilter } from './ratings';
import classes from './ratings.module.css';

/** What customers said, the newest first, page by page. */
export function RatingList({ filter, narrowed = false }: { filter: RatingFilter & { customer?: string }; narrowed?: boolean }) {
  const { t } = useTranslation();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(ratingsQuery(filter));
  const ratings = data?.pages.flatMap((page) => page.items) ?? [];
  if (error && !data) return <Failed error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting rows={8} height={56} />;
  if (ratings.length === 0) {
    return (
      <Empty icon={<IconMoodSmile size={28} />} title={t(narrowed ? 'rating.none_such' : 'rating.none')}>
        {!narrowed && t('rating.none_hint')}
      </Empty>
    );
  }
  return (
    <>
      <Lines label={t('rating.title')}>
        {ratings.map((rating) => (
          <RatingLine key={rating.id} rating={rating} ofCustomer={filter.customer !== undefined} />
        ))}
      </Lines>
      {hasNextPage && (
        <Button variant="default" onClick={() => void fetchNextPage()} loading={isFetchingNextPage} mt="md">
          {t('common.more')}
        </Button>
      )}
    </>
  );
}

function RatingLine({ rating, ofCustomer }: { rating: Rating; ofCustomer: boolean }) {
  const { t } = useTranslation();
  const { ticket, agent, department, customer, survey } = rating;
  return (
    <Line
      title={<RatingMark rating={rating} />}
      detail={
        <span className={classes.facts}>
          {ticket && (
            <span>
              <Link to="/tickets/$code" params={{ code: ticket.code }} search={{ view: 'all' }}>
                {ticket.subject || t('ticket.no_subject')}
              </Link>
            </span>
          )}
          {agent && <span>{agent.name}</span>}
          {department && <span>{department.name}</span>}
          {customer && !ofCustomer && (
            <span>
              <Link to="/customers/$id" params={{ id: customer.id }}>
                {customer.name}
              </Link>
            </span>
          )}
          {survey && <span>{survey.name}</span>}
        </span>
      }
      facts={<When at={rating.at} />}
      actions={<InvalidateRating rating={rating} />}
      below={rating.comment || rating.invalidated ? <RatingWords rating={rating} /> : undefined}
    />
  );
}
