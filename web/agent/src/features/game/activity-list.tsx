import { Button } from '@mantine/core';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '@/api/client';
import { keys } from '@/api/query-client';
import type { Counted, Page } from '@/api/types';
import { Failed, Waiting } from '@/kit/states';
import { When } from '@/kit/time';
import { activityName } from './activity-name';
import classes from './game.module.css';

const PAGE = 20;
const TICKET_CODE = /^[A-Z]{3}-[A-Z]{5}-\d{3}$/;

/** The activities something is made of, newest first; asked for when somebody wants to see them. */
export function ActivityList({ path, query }: { path: string; query: Record<string, string> }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  if (!shown) {
    return (
      <div>
        <Button size="xs" variant="default" onClick={() => { setShown(true); }}>
          {t('game.activities')}
        </Button>
      </div>
    );
  }
  return <Shown path={path} query={query} />;
}

function Shown({ path, query }: { path: string; query: Record<string, string> }) {
  const { t } = useTranslation();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    infiniteQueryOptions({
      queryKey: [...keys.game, 'activities', path, query],
      queryFn: ({ pageParam, signal }) => get<Page<Counted>>(path, { ...query, limit: PAGE, cursor: pageParam }, signal),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.next,
    }),
  );
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting rows={4} height={28} />;
  const lines = data.pages.flatMap((page) => page.items);
  if (lines.length === 0) return <p className={classes.soft}>{t('game.no_activities')}</p>;
  return (
    <div>
      <ul className={classes.lines} aria-label={t('game.activities')}>
        {lines.map((line) => (
          <li key={line.id}>
            <ActivityLine line={line} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button mt={8} variant="default" size="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('common.more')}
        </Button>
      )}
    </div>
  );
}

/** One activity: what, which ticket, when. */
export function ActivityLine({ line }: { line: Pick<Counted, 'kind' | 'ticket' | 'at'> }) {
  const { t } = useTranslation();
  return (
    <>
      <span>{activityName(line.kind, t)}</span>
      {line.ticket && <TicketLink code={line.ticket} />}
      <span className={classes.soft}>
        <When at={line.at} />
      </span>
    </>
  );
}

/** Of one that is not here only its id is known. */
export function TicketLink({ code }: { code: string }) {
  if (!TICKET_CODE.test(code)) return null;
  return (
    <Link to="/tickets/$code" params={{ code }} className={classes.link}>
      {code}
    </Link>
  );
}
