import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { AgentFace } from '@/features/agents/agent-face';
import { Failed, Waiting } from '@/kit/states';
import { BadgePicture } from './badge-picture';
import { awardsQuery, worth } from './game';
import classes from './game.module.css';

/** Who held what from when to when, newest first: of one badge, or of one agent. */
export function BadgeHistory({ badge, agent }: { badge?: string; agent?: string }) {
  const { t, i18n } = useTranslation();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(awardsQuery({ badge, agent }));
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting rows={4} height={32} />;
  const awards = data.pages.flatMap((page) => page.items);
  if (awards.length === 0) return <p className={classes.soft}>{t('game.history_empty')}</p>;
  const date = new Intl.DateTimeFormat(i18n.language, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const day = (text: string) => date.format(new Date(text));
  return (
    <div>
      <div className={classes.scroll} role="region" aria-label={t('game.history')} tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t(agent ? 'game.badge' : 'game.agent')}</th>
              <th scope="col">{t('game.from')}</th>
              <th scope="col">{t('game.until')}</th>
              <th scope="col" data-number>{t('game.value')}</th>
            </tr>
          </thead>
          <tbody>
            {awards.map((award) => (
              <tr key={award.id} data-you={award.until === null || undefined}>
                <td>
                  <span className={classes.holder}>
                    {agent ? <BadgePicture picture={award.badge.picture} url={award.badge.picture_url} polarity={award.badge.polarity} size={20} /> : award.agent && <AgentFace agent={award.agent} size={20} />}
                    {agent ? award.badge.name : (award.agent?.name ?? '–')}
                    {award.tier && <span className={classes.tier} data-tier={award.tier}>{t(`game.tier_${award.tier}`)}</span>}
                    {award.played && <span className={classes.soft}>{t('game.played')}</span>}
                  </span>
                </td>
                <td>{day(award.since)}</td>
                <td>{award.until ? day(award.until) : t(award.tier ? 'game.for_ever' : 'game.now')}</td>
                <td data-number>{worth(award.value, award.unit, i18n.language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {hasNextPage && (
        <Button mt={8} variant="default" size="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('common.more')}
        </Button>
      )}
    </div>
  );
}
