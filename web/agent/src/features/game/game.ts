import { queryOptions } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { get, ifMatch, patch, post, put, remove } from '@/api/client';
import { all } from '@/api/pages';
import { keys } from '@/api/query-client';
import type { Backtest, Badge, BadgeMetric, BadgeWhy, BadgeWish, Board, GameSetting, OwnBoard, Player, PlayerPage, SeasonCard } from '@/api/types';
import { useAct } from '@/kit/act';

export const POLARITIES = ['positive', 'neutral', 'negative'] as const;
export const WINDOWS = ['day', '7_days', '30_days', '90_days', 'week', 'month', 'all_time'] as const;
export const DIRECTIONS = ['most', 'least'] as const;
export const TIES = ['earliest', 'share'] as const;
export const VISIBILITIES = ['everyone', 'holder_and_leads', 'off'] as const;
export const OPS = ['>=', '<=', '>', '<'] as const;
export const PERIODS = ['today', 'yesterday', 'week', '7_days', '30_days', 'season', 'last_season', 'all_time'] as const;
export const BOARDS_AMONG = ['agents', 'departments'] as const;
export const PRESETS = ['kind', 'classic'] as const;

/** Measures offered by name; the API knows every KPI. */
export const METRICS = [
  'transfers',
  'paused_time',
  'rebukes',
  'view_time_average',
  'chat_accept_time_average',
  'rewards',
  'pauses',
  'longest_answer',
  'tickets_tagged',
  'online_time',
  'most_messages_in_chat',
  'resolved_or_deleted',
  'longest_talk',
  'answers',
  'notes',
  'resolved_tickets',
  'calls',
  'missed_calls',
  'chats',
  'missed_chats',
  'csat_mean',
  'csat',
  'nps',
  'fcr',
  'reopen_rate',
  'sla_compliance',
  'first_answer_time',
  'next_answer_time',
  'resolution_time',
  'rewards_percent',
  'utilisation',
  'answers_per_hour',
  'resolved_per_hour',
] as const;
export const GATES = ['csat_mean', 'csat', 'nps', 'fcr', 'reopen_rate', 'sla_compliance', 'rewards_percent'] as const;

export const NAME_LENGTH_MAX = 200;
export const TEXT_LENGTH_MAX = 500;

/** So many evaluation days are tried before a badge is saved. */
export const TRIED_DAYS = 90;

export const badgesQuery = queryOptions({ queryKey: [...keys.game, 'badges'], queryFn: ({ signal }) => all<Badge>('/badges', {}, signal) });

export const metricsQuery = queryOptions({ queryKey: [...keys.game, 'metrics'], queryFn: ({ signal }) => all<BadgeMetric>('/badge-metrics', {}, signal) });

export const playersQuery = queryOptions({ queryKey: [...keys.game, 'players'], queryFn: ({ signal }) => all<Player>('/game/agents', {}, signal) });

export const meQuery = queryOptions({ queryKey: [...keys.game, 'me'], queryFn: ({ signal }) => get<PlayerPage>('/game/agents/me', {}, signal) });

export const settingQuery = queryOptions({ queryKey: [...keys.game, 'setting'], queryFn: ({ signal }) => get<GameSetting>('/game-settings', {}, signal) });

export const whyQuery = (badge: string) =>
  queryOptions({ queryKey: [...keys.game, 'why', badge], queryFn: ({ signal }) => get<BadgeWhy>(`/badges/${badge}/why`, {}, signal) });

export interface BoardAsk {
  metric: string;
  period: string;
  season?: string;
  among: string;
  direction: string;
  minimum: number;
}

export const boardQuery = ({ minimum, ...asked }: BoardAsk) =>
  queryOptions({
    queryKey: [...keys.boards, asked, minimum],
    queryFn: ({ signal }) => get<Board>('/leaderboards', { ...asked, minimum_sample: minimum, full: true }, signal),
  });

export const seasonsQuery = queryOptions({ queryKey: [...keys.game, 'seasons'], queryFn: ({ signal }) => all<SeasonCard>('/leaderboards/seasons', {}, signal) });

export const ownBoardQuery = (metric: string, direction: string) =>
  queryOptions({ queryKey: [...keys.boards, 'mine', metric, direction], queryFn: ({ signal }) => get<OwnBoard>('/leaderboards/mine', { metric, direction }, signal) });

export const useShowMe = () => useAct((shown: boolean) => put<OwnBoard>('/leaderboards/mine', { shown }), [keys.boards, keys.contests, keys.wall]);

export const useSaveBadge = (badge: Badge | null) =>
  useAct(
    (wish: BadgeWish) => (badge ? patch<Badge>(`/badges/${badge.id}`, wish, ifMatch(badge.version)) : post<Badge>('/badges', wish)),
    [keys.game],
    true,
  );

export const useDeleteBadge = () => useAct((id: string) => remove(`/badges/${id}`), [keys.game]);

export const useChooseGame = () => useAct((change: Partial<GameSetting>) => patch<GameSetting>('/game-settings', change), [keys.game]);

/** Who would have held it on each of the last days. */
export const useTryBadge = () =>
  useAct((wish: BadgeWish) => {
    const day = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);
    return post<Backtest>(`/badges/backtest?from=${day(TRIED_DAYS - 1)}&to=${day(-1)}`, wish);
  }, [], true);

/** What a measure is called; one that only the API knows, by its id. */
export const metricName = (id: string, t: TFunction): string => {
  const known = METRICS.find((metric) => metric === id);
  return known ? t(`game.metric_${known}`) : id;
};

/** The measures to choose from, the one chosen among them. */
export const metricChoices = (chosen: string, t: TFunction) =>
  [...new Set<string>([...METRICS, chosen])].map((id) => ({ value: id, label: metricName(id, t) }));

/** As many digits as tell something: whole numbers as they are, durations in minutes and hours. */
export function worth(value: number, unit: string, language: string): string {
  const number = (n: number, digits: number) => new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(n);
  if (unit === 'percent' || unit === 'score') return `${number(value, 1)} %`;
  if (unit !== 'seconds') return number(value, 2);
  const measure = (n: number, of: string) => new Intl.NumberFormat(language, { style: 'unit', unit: of, unitDisplay: 'short', maximumFractionDigits: 1 }).format(n);
  return value >= 3600 ? measure(value / 3600, 'hour') : value >= 60 ? measure(value / 60, 'minute') : measure(value, 'second');
}
