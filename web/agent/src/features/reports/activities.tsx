import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { get } from '@/api/client';
import { keys } from '@/api/query-client';
import type { Page } from '@/api/types';
import { Failed, Waiting } from '@/kit/states';
import { When } from '@/kit/time';
import type { Activity, KpiQuestion } from './figures';
import classes from './reports.module.css';

const PAGE = 50;
const TICKET_CODE = /^[A-Z]{3}-[A-Z]{5}-\d{3}$/;

/** The very activities a figure was counted from, newest first. */
export function Activities({ question }: { question: KpiQuestion }) {
  const { t } = useTranslation();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [...keys.reports, 'activities', question],
    queryFn: ({ pageParam, signal }) => get<Page<Activity>>('/kpis/activities', { ...question, limit: PAGE, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
  const activities = data?.pages.flatMap(({ items }) => items) ?? [];
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting rows={6} height={32} />;
  if (activities.length === 0) return <p className={classes.none}>{t('reports.no_activities')}</p>;
  return (
    <>
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('reports.activities')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('reports.when')}</th>
              <th scope="col">{t('reports.what')}</th>
              <th scope="col">{t('panel.ticket')}</th>
              <th scope="col">{t('reports.agent')}</th>
              <th scope="col">{t('ticket.department')}</th>
            </tr>
          </thead>
          <tbody>
            {activities.map((activity) => (
              <tr key={activity.id}>
                <td>
                  <When at={activity.at} />
                </td>
                <td>
                  <code>{activity.kind}</code>
                </td>
                <td>
                  {activity.ticket && TICKET_CODE.test(activity.ticket) ? (
                    <Link to="/tickets/$code" params={{ code: activity.ticket }}>
                      {activity.ticket}
                    </Link>
                  ) : (
                    activity.ticket
                  )}
                </td>
                <td>{activity.agent}</td>
                <td>{activity.department}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {hasNextPage && (
        <Button variant="default" onClick={() => void fetchNextPage()} loading={isFetchingNextPage} mt="md">
          {t('common.more')}
        </Button>
      )}
    </>
  );
}
