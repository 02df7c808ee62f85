import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Level } from '@/api/types';
import { Failed, Waiting } from '@/kit/states';
import { When } from '@/kit/time';
import { ActivityList } from './activity-list';
import classes from './game.module.css';
import { levelWhyQuery } from './game';
import levels from './level.module.css';

const ME = 'me';

/** What a level asks of my figures, how far they are, and what they are made of. */
export function LevelWhyFigures({ level, agent = ME }: { level: Level; agent?: string }) {
  const { t, i18n } = useTranslation();
  const { data, error, refetch } = useQuery(levelWhyQuery(level.id, agent));
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting rows={3} height={32} />;
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' });
  return (
    <div className={classes.form}>
      <code className={levels.condition}>{data.condition}</code>
      <progress className={classes.progress} value={data.progress} max={1} aria-label={t('game.progress')} />
      <p className={classes.soft}>
        {data.since ? (
          <>
            {t('game.reached')} <When at={data.since} />
          </>
        ) : (
          `${t('game.not_reached')} · ${percent.format(data.progress)}`
        )}
      </p>
      <dl className={levels.figures}>
        {Object.entries(data.figures).map(([name, figure]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{`$${name}`}</dt>
            <dd>{number.format(figure)}</dd>
          </div>
        ))}
      </dl>
      <ActivityList path={`/levels/${level.id}/activities`} query={{ agent }} />
    </div>
  );
}
