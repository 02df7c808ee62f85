import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get, post } from '@/api/client';
import { asProblem } from '@/api/problem';
import { keys } from '@/api/query-client';
import type { ScreenShown } from '@/api/types';
import { isLanguage, speak } from '@/i18n';
import { Clover } from '@/kit/clover';
import { useTitle } from '@/kit/title';
import { Contests, Leaders, Queues, Won } from './parts';
import classes from './screen.module.css';

const EVERY_MS = 3_000;
/** Nobody stands by a television to press a button: it goes on asking, more slowly. */
const AGAIN_MS = 10_000;
/** A page that has been open for a day is loaded anew, so that an update reaches it. */
const RELOAD_MS = 24 * 3_600_000;
const STALE_MS = 15_000;

const secretOf = (hash: string) => decodeURIComponent(hash.replace(/^#/, ''));

/** A television on the wall: opened by a link, never signed in, never touched again. */
export function ScreenScene() {
  const { t, i18n } = useTranslation();
  const [secret] = useState(() => secretOf(window.location.hash));
  const opened = useQuery({
    queryKey: [...keys.screens, 'opened', secret.length > 0],
    queryFn: async () => {
      if (secret) {
        await post('/screen/session', { secret });
        window.history.replaceState(null, '', window.location.pathname);
      }
      return true;
    },
    staleTime: Infinity,
    retry: (_, error) => asProblem(error).offline || asProblem(error).status >= 500,
    retryDelay: AGAIN_MS,
  });
  const { data, error, dataUpdatedAt } = useQuery({
    queryKey: [...keys.screens, 'shown'],
    queryFn: ({ signal }) => get<ScreenShown>('/screen', {}, signal),
    enabled: opened.data === true,
    refetchInterval: (query) => (query.state.error ? AGAIN_MS : EVERY_MS),
    refetchIntervalInBackground: true,
    retry: false,
    networkMode: 'always',
  });
  const now = useClock();
  const language = data?.language;
  useEffect(() => {
    if (isLanguage(language) && language !== i18n.language) void speak(language);
  }, [language, i18n]);
  useEffect(() => {
    const timer = setTimeout(() => { window.location.reload(); }, RELOAD_MS);
    return () => { clearTimeout(timer); };
  }, []);
  useTitle(data?.name ?? t('screen.title'));
  const refused = opened.error ?? (data && asProblem(error).status !== 401 ? null : error);
  if (refused && asProblem(refused).status === 401) {
    return (
      <main className={classes.closed}>
        <Clover size={72} />
        <h1>{t('screen.closed')}</h1>
        <p>{t('screen.closed_hint')}</p>
      </main>
    );
  }
  if (!data) {
    return (
      <main className={classes.closed} aria-busy="true">
        <Clover size={72} />
        <p>{t('screen.opening')}</p>
      </main>
    );
  }
  const lost = error !== null && now - dataUpdatedAt > STALE_MS;
  const time = new Intl.DateTimeFormat(i18n.language, { hour: '2-digit', minute: '2-digit', timeZone: data.zone });
  const day = new Intl.DateTimeFormat(i18n.language, { weekday: 'long', day: 'numeric', month: 'long', timeZone: data.zone });
  return (
    <main className={classes.page}>
      <header className={classes.head}>
        <Clover size={40} />
        <h1>{data.name}</h1>
        {lost && <p role="status" className={classes.lost}>{t('screen.lost', { time: time.format(dataUpdatedAt) })}</p>}
        <p className={classes.day}>{day.format(now)}</p>
        <time className={classes.time}>{time.format(now)}</time>
      </header>
      <div className={classes.parts}>
        {data.departments && <Queues departments={data.departments} queues={data.shows.includes('queues')} service={data.shows.includes('service')} />}
        {data.leaders && <Leaders leaders={data.leaders} />}
        {data.contests && data.contests.length > 0 && <Contests contests={data.contests} />}
        {data.wall && data.wall.length > 0 && <Won lines={data.wall} />}
      </div>
    </main>
  );
}

function useClock() {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => { setNow(Date.now()); }, 1_000);
    return () => { clearInterval(timer); };
  }, []);
  return now;
}
