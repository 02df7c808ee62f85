import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { call, get, ifMatch, patch, post, put, remove } from '@/api/client';
import { all } from '@/api/pages';
import { keys } from '@/api/query-client';
import type { Award, Backtest, Badge, BadgeMetric, BadgePlay, BadgeWhy, BadgeWish, Board, GameSetting, Level, LevelTrial, LevelWhy, OwnBoard, Page, Player, PlayerPage, PointEntryWhy, PointLedger, PointRule, RankWhy, SeasonCard } from '@/api/types';
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
  'new_answer_avg_time',
  'open_answer_avg_time',
  'avg_pickup_time',
  'avg_chat_time',
  'chat_messages',
  'call_minutes',
] as const;
export const KINDS = ['held', 'earned', 'random'] as const;
export const SCOPES = ['workspace', 'department', 'team'] as const;
export const TIERS = ['bronze', 'silver', 'gold'] as const;
export const GATES = ['csat_mean', 'csat', 'nps', 'fcr', 'reopen_rate', 'sla_compliance', 'rewards_percent'] as const;

/** A picture of one's own may be so large. */
export const PICTURE_KB_MAX = 256;
export const PRIZE_MAX = 10_000;
export const PLAYED_DAYS_MAX = 400;
const PAGE = 50;

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

const isPlaying = (plays: BadgePlay[] | undefined) => plays?.some((play) => play.ended_at === null) ?? false;
const PLAY_LOOKED_AT_EVERY_MS = 2_000;

/** Pasts that were played, looked at again while one is. */
export const playsQuery = queryOptions({
  queryKey: [...keys.game, 'plays'],
  queryFn: ({ signal }) => all<BadgePlay>('/game/plays', {}, signal),
  refetchInterval: ({ state }) => (isPlaying(state.data) ? PLAY_LOOKED_AT_EVERY_MS : false),
});

export const awardsQuery = (of: { badge?: string; agent?: string }) =>
  infiniteQueryOptions({
    queryKey: [...keys.game, 'awards', of],
    queryFn: ({ pageParam, signal }) => get<Page<Award>>('/awards', { ...of, limit: PAGE, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });

export const levelsQuery = queryOptions({ queryKey: [...keys.game, 'levels'], queryFn: ({ signal }) => all<Level>('/levels', {}, signal) });

export const levelWhyQuery = (level: string, agent: string) =>
  queryOptions({ queryKey: [...keys.game, 'level-why', level, agent], queryFn: ({ signal }) => get<LevelWhy>(`/levels/${level}/why`, { agent }, signal) });

export const ledgerQuery = (agent: string) =>
  infiniteQueryOptions({
    queryKey: [...keys.game, 'ledger', agent],
    queryFn: ({ pageParam, signal }) => get<PointLedger>('/points', { agent, limit: PAGE, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });

export const entryWhyQuery = (entry: string) =>
  queryOptions({ queryKey: [...keys.game, 'entry', entry], queryFn: ({ signal }) => get<PointEntryWhy>(`/points/${entry}/why`, {}, signal) });

export const rankWhyQuery = (agent: string, metric: string, period: string, direction: string) =>
  queryOptions({ queryKey: [...keys.game, 'rank', agent, metric, period, direction], queryFn: ({ signal }) => get<RankWhy>('/leaderboards/why', { agent, metric, period, direction }, signal) });

export const rulesQuery = queryOptions({ queryKey: [...keys.game, 'rules'], queryFn: ({ signal }) => all<PointRule>('/point-rules', {}, signal) });

export const usePlay = () => useAct((range: { from: string; to: string }) => post<BadgePlay>('/game/plays', range), [keys.game], true);

export const usePutPicture = () =>
  useAct(({ badge, file }: { badge: string; file: Blob }) => call<Badge>('PUT', `/badges/${badge}/picture`, { file, headers: { 'Content-Type': file.type } }), [keys.game], true);

export const useSaveLevel = (level: Level) => useAct((wish: Partial<Pick<Level, 'condition' | 'texts'>>) => patch<Level>(`/levels/${level.id}`, wish, ifMatch(level.version)), [keys.game], true);

export const useTryLevel = () => useAct((condition: string) => post<LevelTrial>('/levels/try', { condition }), [], true);

export const useGrantLevels = () => useAct(() => post<{ granted: number }>('/game/play-history'), [keys.game]);

export const useSaveRule = (id: string) => useAct((wish: Partial<Pick<PointRule, 'points' | 'per_day_max' | 'within_seconds' | 'active'>>) => patch<PointRule>(`/point-rules/${id}`, wish), [keys.game]);

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

const RULES = ['first_contact_resolution', 'resolved', 'reward', 'sla_met', 'fast_answer', 'note', 'badge', 'quest', 'contest', 'kudos', 'award'] as const;

/** What points are for; of a rule that is new here, its own name. */
export const ruleName = (id: string, t: TFunction): string => {
  const known = RULES.find((rule) => rule === id);
  return known ? t(`game.rule_${known}`) : id;
};

/** The measures to choose from, the one chosen among them. */
export const metricChoices = (chosen: string, t: TFunction) =>
  [...new Set<string>([...METRICS, chosen])].map((id) => ({ value: id, label: metricName(id, t) }));

/** As many digits as tell something: whole numbers as they are, durations in minutes and hours. */
export function worth(value: number, unit: string, language: string): string {
  const number = (n: number, digits: number) => new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(n);
  if (unit === 'percent' || unit === 'score') return `${number(value, 1)} %`;
  const measure = (n: number, of: string) => new Intl.NumberFormat(language, { style: 'unit', unit: of, unitDisplay: 'short', maximumFractionDigits: 1 }).format(n);
  if (unit === 'minutes') return measure(value, 'minute');
  if (unit !== 'seconds') return number(value, 2);
  return value >= 3600 ? measure(value / 3600, 'hour') : value >= 60 ? measure(value / 60, 'minute') : measure(value, 'second');
}
