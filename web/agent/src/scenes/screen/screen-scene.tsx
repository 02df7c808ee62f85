import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { watchScreen, type Television } from '@/features/screens/television';
import { isLanguage, speak } from '@/i18n';
import { Clover } from '@/kit/clover';
import { useTitle } from '@/kit/title';
import { Contests, Leaders, Queues, Won } from './parts';
import classes from './screen.module.css';
import { useFit } from './use-fit';

/** A page that has been open for a day is loaded anew, so that an update reaches it. */
const RELOAD_MS = 24 * 3_600_000;
/** Starting the server anew takes less. */
const STALE_MS = 12_000;

const secretOf = (hash: string) => decodeURIComponent(hash.replace(/^#/, ''));

/** A television on the wall: opened by a link, never signed in, never touched again. */
export function ScreenScene() {
  const { t, i18n } = useTranslation();
  const [secret] = useState(() => secretOf(window.location.hash));
  const [{ shown: data, heardAt, problem }, setTelevision] = useState<Television>({ heardAt: 0 });
  useEffect(() => {
    const opened = Date.now();
    return watchScreen(secret, (television) => {
      setTelevision(television);
      // Only while the server answers: a page that can't be loaded stays away for good.
      if (!television.problem && television.heardAt - opened > RELOAD_MS) window.location.reload();
    });
  }, [secret]);
  const now = useClock();
  const page = useFit(data);
  const language = data?.language;
  useEffect(() => {
    if (isLanguage(language) && language !== i18n.language) void speak(language);
  }, [language, i18n]);
  useTitle(data?.name ?? t('screen.title'));
  if (problem?.status === 401) {
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
  const lost = problem !== undefined && now - heardAt > STALE_MS;
  const time = new Intl.DateTimeFormat(i18n.language, { hour: 'numeric', minute: '2-digit', timeZone: data.zone });
  const day = new Intl.DateTimeFormat(i18n.language, { weekday: 'long', day: 'numeric', month: 'long', timeZone: data.zone });
  return (
    <main ref={page} className={classes.page}>
      <header className={classes.head}>
        <Clover size={40} />
        <h1>{data.name}</h1>
        {lost && <p role="status" className={classes.lost}>{t('screen.lost', { time: time.format(heardAt) })}</p>}
        <p className={classes.day}>{day.format(now)}</p>
        <time className={classes.time}>{time.format(now)}</time>
      </header>
      <div className={classes.parts}>
        {data.departments && <Queues departments={data.departments} queues={data.shows.includes('queues')} service={data.shows.includes('service')} />}
        <div className={classes.beside}>
          {data.leaders && <Leaders leaders={data.leaders} />}
          {data.contests && data.contests.length > 0 && <Contests contests={data.contests} />}
          {data.wall && data.wall.length > 0 && <Won lines={data.wall} />}
        </div>
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
