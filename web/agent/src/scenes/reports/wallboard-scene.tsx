import { Button } from '@mantine/core';
import { IconMaximize } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '@/api/client';
import { keys } from '@/api/query-client';
import { duration, shown } from '@/features/reports/shown';
import { Failed, Waiting } from '@/kit/states';
import { useTitle } from '@/kit/title';
import classes from './wallboard.module.css';

interface Wallboard {
  at: string;
  departments: {
    id: string;
    name: string;
    new: number;
    open: number;
    longest_wait_seconds?: number | null;
    agents_online: number;
    agents_paused: number;
    today: Record<string, number | null>;
  }[];
}

const EVERY_MS = 5_000;
const LONG_WAIT_SECONDS = 4 * 3_600;

/** What waits in each department now, who is there, and what today brought: to be read from across the room. */
export function WallboardScene() {
  const { t, i18n } = useTranslation();
  useTitle(t('wallboard.title'));
  const page = useRef<HTMLDivElement>(null);
  const { data, error, refetch } = useQuery({
    queryKey: [...keys.reports, 'wallboard'],
    queryFn: ({ signal }) => get<Wallboard>('/wallboard', {}, signal),
    refetchInterval: EVERY_MS,
    refetchIntervalInBackground: true,
  });
  const number = (n: number | null | undefined) => shown(n, 'count', i18n.language);
  return (
    <div className={classes.page} ref={page}>
      <header className={classes.head}>
        <h1>{t('wallboard.title')}</h1>
        {data && <time dateTime={data.at}>{new Intl.DateTimeFormat(i18n.language, { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(new Date(data.at))}</time>}
        <Button className={classes.full} variant="default" leftSection={<IconMaximize size={16} />} onClick={() => void page.current?.requestFullscreen()}>
          {t('wallboard.full')}
        </Button>
      </header>
      {error && !data && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={6} height={96} />}
      <ul className={classes.boards}>
        {data?.departments.map((department) => {
          const { longest_wait_seconds: longest } = department;
          return (
            <li key={department.id} className={classes.board}>
              <h2>{department.name}</h2>
              <dl className={classes.now}>
                <div>
                  <dt>{t('status.new')}</dt>
                  <dd>{number(department.new)}</dd>
                </div>
                <div>
                  <dt>{t('status.open')}</dt>
                  <dd>{number(department.open)}</dd>
                </div>
                <div data-long={(longest ?? 0) > LONG_WAIT_SECONDS || undefined}>
                  <dt>{t('wallboard.longest')}</dt>
                  <dd>{longest === null || longest === undefined ? '—' : duration(longest, i18n.language)}</dd>
                </div>
                <div>
                  <dt>{t('wallboard.there')}</dt>
                  <dd>
                    {number(department.agents_online)}
                    {department.agents_paused > 0 && <small> +{t('wallboard.paused', { count: department.agents_paused })}</small>}
                  </dd>
                </div>
              </dl>
              <p className={classes.today}>
                {t('wallboard.today', {
                  came: number(department.today.created_tickets),
                  answered: number(department.today.answers),
                  resolved: number(department.today.resolved_tickets),
                })}
              </p>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
