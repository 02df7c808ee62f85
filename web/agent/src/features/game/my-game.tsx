import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Failed, Waiting } from '@/kit/states';
import { BadgePicture } from './badge-picture';
import { meQuery } from './game';
import classes from './game.module.css';

/** Where I stand: my level, how far the next one is, my points and the badges I hold. */
export function MyGame() {
  const { t, i18n } = useTranslation();
  const { data, error, refetch } = useQuery(meQuery);
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting rows={2} height={56} />;
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' });
  const { next } = data;
  return (
    <div className={classes.me}>
      <div className={classes.level}>
        <strong>{data.level.name}</strong>
        <span className={classes.soft}>{t('game.level_place', { place: data.level.place })}</span>
        <span className={classes.soft}>{t('game.points', { count: data.points ?? 0 })}</span>
      </div>
      {next && (
        <div>
          <progress className={classes.progress} value={next.progress} max={1} aria-label={t('game.next', { name: next.name })} />
          <p className={classes.soft}>
            {t('game.next', { name: next.name })} · {percent.format(next.progress)} · {next.text}
          </p>
        </div>
      )}
      {data.badges.length === 0 ? (
        <p className={classes.soft}>{t('game.none_yet')}</p>
      ) : (
        <ul className={classes.mine} aria-label={t('game.mine')}>
          {data.badges.map((badge) => (
            <li key={badge.id}>
              <BadgePicture picture={badge.picture} polarity={badge.polarity} size={40} />
              {badge.name}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
