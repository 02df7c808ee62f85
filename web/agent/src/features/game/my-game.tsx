import { Button, Modal } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Badge } from '@/api/types';
import { useSession } from '@/features/session/session';
import { Failed, Waiting } from '@/kit/states';
import { AvatarChoosing } from './avatar-choosing';
import { BadgeHistory } from './badge-history';
import { BadgePicture } from './badge-picture';
import { BadgeWhyTable } from './badge-why';
import { ledgerQuery, levelsQuery, meQuery } from './game';
import classes from './game.module.css';
import { LevelRing } from './level-ring';
import { LevelWhyFigures } from './level-why';
import { useNews } from './news';

const ME = 'me';

/** Where I stand: my level, how far the next one is, my points and the badges I hold; what is new since I last looked is celebrated. */
export function MyGame() {
  const { t, i18n } = useTranslation();
  const { agent } = useSession();
  const { data, error, refetch } = useQuery(meQuery);
  const { data: levels = [] } = useQuery(levelsQuery);
  const { data: ledger } = useInfiniteQuery(ledgerQuery(ME));
  const news = useNews(data);
  const [why, setWhy] = useState<Badge>();
  const [whyLevel, setWhyLevel] = useState(false);
  const [past, setPast] = useState(false);
  const [face, setFace] = useState(false);
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting rows={2} height={112} />;
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' });
  const { next } = data;
  const target = levels.find((level) => level.id === next?.level);
  const first = ledger?.pages[0];
  return (
    <div className={classes.mineAll}>
      <div className={classes.me}>
        <LevelRing place={data.level.place} progress={next?.progress ?? 1} label={next ? t('game.next', { name: next.name }) : data.level.name} />
        <div className={classes.standing}>
          <p className={classes.level}>
            <strong>{data.level.name}</strong>
            <span className={classes.soft}>{t('game.level_place', { place: data.level.place })}</span>
            {news.level && <span className={classes.new}>{t('game.new')}</span>}
          </p>
          {next ? (
            <p className={classes.soft}>
              {t('game.next', { name: next.name })} · {percent.format(next.progress)}
              <br />
              {next.text}
            </p>
          ) : (
            <p className={classes.soft}>{t('game.highest')}</p>
          )}
          <div className={classes.acts}>
            {target && (
              <Button size="xs" variant="default" onClick={() => { setWhyLevel(true); }}>
                {t('game.why')}
              </Button>
            )}
            <Button size="xs" variant="default" onClick={() => { setFace(true); }}>
              {t('game.avatar')}
            </Button>
          </div>
        </div>
        {first && (
          <dl className={classes.sums}>
            <div>
              <dt>{t('game.this_season')}</dt>
              <dd>{new Intl.NumberFormat(i18n.language).format(first.season)}</dd>
            </div>
            <div>
              <dt>{t('game.lifetime')}</dt>
              <dd>{new Intl.NumberFormat(i18n.language).format(first.lifetime)}</dd>
            </div>
          </dl>
        )}
      </div>
      {data.badges.length === 0 ? (
        <p className={classes.soft}>{t('game.none_yet')}</p>
      ) : (
        <ul className={classes.mine} aria-label={t('game.mine')}>
          {data.badges.map((badge) => {
            const tier = badge.holders.find((holder) => holder.id === agent.id)?.tier;
            return (
              <li key={badge.id} data-new={news.badges.has(badge.id) || undefined}>
                <BadgePicture picture={badge.picture} url={badge.picture_url} polarity={badge.polarity} size={72} />
                <strong>{badge.name}</strong>
                {tier && <span className={classes.tier} data-tier={tier}>{t(`game.tier_${tier}`)}</span>}
                {news.badges.has(badge.id) && <span className={classes.new}>{t('game.new')}</span>}
                <span className={classes.soft}>{badge.text}</span>
                <Button size="compact-xs" variant="default" aria-label={t('game.why_of', { name: badge.name })} onClick={() => { setWhy(badge); }}>
                  {t('game.why')}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      <div>
        <Button size="xs" variant="default" onClick={() => { setPast(true); }}>
          {t('game.my_history')}
        </Button>
      </div>
      <Modal opened={why !== undefined} onClose={() => { setWhy(undefined); }} title={why && t('game.why_of', { name: why.name })} size="lg" centered>
        {why && <BadgeWhyTable badge={why} />}
      </Modal>
      <Modal opened={whyLevel} onClose={() => { setWhyLevel(false); }} title={target && t('game.next', { name: target.name })} centered>
        {whyLevel && target && <LevelWhyFigures level={target} />}
      </Modal>
      <Modal opened={past} onClose={() => { setPast(false); }} title={t('game.my_history')} size="lg" centered>
        {past && <BadgeHistory agent={ME} />}
      </Modal>
      <AvatarChoosing opened={face} close={() => { setFace(false); }} />
    </div>
  );
}
