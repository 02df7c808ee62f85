import { Button, Modal, NativeSelect, NumberInput, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board } from '@/api/types';
import { AgentFace } from '@/features/agents/agent-face';
import { subjectsQuery } from '@/features/coaching/coaching';
import { Place } from '@/features/contests/places';
import { Section } from '@/kit/sheet';
import { Failed, Waiting } from '@/kit/states';
import { BOARDS_AMONG, boardQuery, DIRECTIONS, METRICS, metricName, ownBoardQuery, PERIODS, seasonsQuery, useShowMe, worth } from './game';
import classes from './game.module.css';
import { RankWhy } from './point-why';

const SEASON = 'season:';
const SAMPLE_MAX = 1_000_000;

/** Who is where by points or by any measure: oneself and one's neighbours, or all where that may be; teams, and any season that was. */
export function Leaderboard() {
  const { t, i18n } = useTranslation();
  const [asked, setAsked] = useState({ metric: 'points', period: 'season', among: 'agents', direction: 'most', minimum: 1 });
  const set = (part: Partial<typeof asked>) => { setAsked((before) => ({ ...before, ...part })); };
  const season = asked.period.startsWith(SEASON) ? asked.period.slice(SEASON.length) : undefined;
  const { data, error, refetch } = useQuery(boardQuery({ ...asked, period: season ? 'season' : asked.period, season }));
  const { data: seasons = [] } = useQuery(seasonsQuery);
  const month = new Intl.DateTimeFormat(i18n.language, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const archive = seasons.filter(({ ended }) => ended).map(({ season: of }) => ({ value: SEASON + of, label: month.format(new Date(`${of}-01T00:00:00Z`)) }));
  return (
    <>
      <div>
        <div className={classes.tools} role="group" aria-label={t('filter.label')}>
          <NativeSelect label={t('game.metric')} value={asked.metric} onChange={(e) => { set({ metric: e.currentTarget.value }); }} data={[{ value: 'points', label: t('game.points_metric') }, ...METRICS.map((id) => ({ value: id, label: metricName(id, t) }))]} />
          <NativeSelect
            label={t('game.period')}
            value={asked.period}
            onChange={(e) => { set({ period: e.currentTarget.value }); }}
            data={[...PERIODS.map((value) => ({ value, label: t(`game.period_${value}`) })), ...(archive.length > 0 ? [{ group: t('game.archive'), items: archive }] : [])]}
          />
          <NativeSelect label={t('game.board_among')} value={asked.among} onChange={(e) => { set({ among: e.currentTarget.value }); }} data={BOARDS_AMONG.map((value) => ({ value, label: t(`game.board_among_${value}`) }))} />
          {asked.metric !== 'points' && (
            <>
              <NativeSelect label={t('game.direction')} value={asked.direction} onChange={(e) => { set({ direction: e.currentTarget.value }); }} data={DIRECTIONS.map((value) => ({ value, label: t(`game.direction_${value}`) }))} />
              <NumberInput label={t('game.minimum_sample')} w={130} min={1} max={SAMPLE_MAX} allowDecimal={false} value={asked.minimum} onChange={(value) => { if (typeof value === 'number') set({ minimum: value }); }} />
            </>
          )}
        </div>
        {error && <Failed error={error} retry={() => void refetch()} />}
        {!data && !error && <Waiting rows={4} height={40} />}
        {data?.rows.length === 0 && <p className={classes.soft}>{t(data.of > 0 && !data.full ? 'game.board_empty' : 'game.board_nobody')}</p>}
        {data && data.rows.length > 0 && <Rows board={data} why={season ? undefined : asked} />}
      </div>
      <MyBests metric={asked.metric} direction={asked.direction} />
    </>
  );
}

interface Asked {
  metric: string;
  period: string;
  direction: string;
}

/** @param why what each rank can be asked to explain; of a season that was only its result is kept */
function Rows({ board, why }: { board: Board; why: Asked | undefined }) {
  const { t, i18n } = useTranslation();
  const [explained, setExplained] = useState<Board['rows'][number]>();
  const { data: led } = useQuery({ ...subjectsQuery, select: ({ agents }) => new Set(agents.map(({ id }) => id)) });
  const explains = (row: Board['rows'][number]) => why !== undefined && row.agent && (row.you || led?.has(row.agent.id));
  const number = new Intl.NumberFormat(i18n.language);
  const sampled = board.rows.some((row) => row.sample > 0);
  return (
    <div className={classes.scroll} role="region" aria-label={t('game.board')} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('game.rank')}</th>
            <th scope="col">{t(board.among === 'departments' ? 'contest.team' : 'game.agent')}</th>
            <th scope="col" data-number>{t('game.value')}</th>
            {sampled && <th scope="col" data-number>{t('game.sample')}</th>}
            {board.rows.some(explains) && <th scope="col" aria-label={t('game.why')} />}
          </tr>
        </thead>
        <tbody>
          {board.rows.map((row, place) => (
            <tr key={row.agent?.id ?? row.department?.id ?? place} data-you={row.you || undefined}>
              <td><Place rank={row.rank} /></td>
              <td>
                <span className={classes.holder}>
                  {row.agent && <AgentFace agent={row.agent} size={22} />}
                  {row.department?.name ?? row.agent?.name ?? t('game.a_colleague')}
                </span>
              </td>
              <td data-number>{worth(row.value, board.unit, i18n.language)}</td>
              {sampled && <td data-number>{number.format(row.sample)}</td>}
              {board.rows.some(explains) && <td>{explains(row) && <Button variant="subtle" size="compact-sm" onClick={() => { setExplained(row); }}>{t('game.why')}</Button>}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <Modal opened={explained !== undefined} onClose={() => { setExplained(undefined); }} title={explained?.agent && t('game.why_rank', { name: explained.agent.name })} size="lg" centered>
        {explained?.agent && why && <RankWhy agent={explained.agent.id} {...why} />}
      </Modal>
    </div>
  );
}

/** My best day and season, my streaks, and whether others see me on boards. */
function MyBests({ metric, direction }: { metric: string; direction: string }) {
  const { t, i18n } = useTranslation();
  const { data, error, refetch } = useQuery(ownBoardQuery(metric, direction));
  const show = useShowMe();
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting rows={1} height={72} />;
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(i18n.language, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const at = (date: string) => new Date(`${date}T00:00:00Z`);
  return (
    <Section title={t('game.bests')} lead={t('game.bests_lead')}>
      <dl className={classes.bests}>
        <div>
          <dt>{t('game.best_day')}</dt>
          <dd>{data.best_day ? worth(data.best_day.value, data.unit, i18n.language) : '–'}</dd>
          <dd data-soft>{data.best_day ? day.format(at(data.best_day.date)) : t('game.best_none')}</dd>
        </div>
        {data.best_season && (
          <div>
            <dt>{t('game.best_season')}</dt>
            <dd>{worth(data.best_season.points, 'points', i18n.language)}</dd>
            <dd data-soft>{month.format(at(data.best_season.month))}</dd>
          </div>
        )}
        <div>
          <dt>{t('game.streak_points')}</dt>
          <dd>{t('game.streak_days', { count: data.points.days })}</dd>
          <dd data-soft>{t('game.streak_best', { count: data.points.best })}</dd>
        </div>
        <div>
          <dt>{t('game.streak_badges')}</dt>
          <dd>{t('game.streak_days', { count: data.badges.days })}</dd>
          <dd data-soft>{t('game.streak_best', { count: data.badges.best })}</dd>
        </div>
      </dl>
      {(data.may_leave || !data.shown) && (
        <Switch label={t('game.shown')} description={t('game.shown_hint')} checked={data.shown} disabled={show.isPending} onChange={(e) => { show.mutate(e.currentTarget.checked); }} />
      )}
    </Section>
  );
}
