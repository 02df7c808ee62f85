import { queryOptions } from '@tanstack/react-query';
import { IconBulb, IconCompass, IconFlag, IconFlame, IconKey, IconMountain, IconPuzzle, IconRocket, IconSailboat, IconStar, type Icon } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { ifMatch, patch, post, remove } from '@/api/client';
import { all } from '@/api/pages';
import { keys } from '@/api/query-client';
import type { Quest, QuestStep } from '@/api/types';
import { metricName, worth } from '@/features/game/game';
import { useAct } from '@/kit/act';

export const NAME_LENGTH_MAX = 200;
export const TEXT_LENGTH_MAX = 500;
export const STEPS_MAX = 20;
export const COUNT_MAX = 100_000;
export const NEWCOMER_DAYS_MAX = 3_650;

export const PICTURES = {
  compass: { icon: IconCompass, tint: 1 },
  flame: { icon: IconFlame, tint: 4 },
  flag: { icon: IconFlag, tint: 0 },
  star: { icon: IconStar, tint: 2 },
  mountain: { icon: IconMountain, tint: 5 },
  key: { icon: IconKey, tint: 2 },
  boat: { icon: IconSailboat, tint: 1 },
  bulb: { icon: IconBulb, tint: 3 },
  rocket: { icon: IconRocket, tint: 3 },
  puzzle: { icon: IconPuzzle, tint: 5 },
} satisfies Record<string, { icon: Icon; tint: number }>;
export type PictureName = keyof typeof PICTURES;
export const PICTURE_NAMES = Object.keys(PICTURES) as PictureName[];

export const RHYTHMS = ['once', 'daily', 'weekly', 'monthly'] as const;
export const RATINGS = ['reward', 'neutral', 'rebuke'] as const;

export const ACTIVITIES = [
  'message.sent',
  'note.added',
  'ticket.resolved',
  'ticket.claimed',
  'ticket.tagged',
  'ticket.transferred',
  'ready_text.used',
  'rating.given',
  'sla.met',
  'kudos.given',
  'view.changed',
  'chat.accepted',
  'chat.ended',
  'call.answered',
  'call.ended',
] as const;
export type Activity = (typeof ACTIVITIES)[number];

type Words = Activity extends infer A ? (A extends `${infer Left}.${infer Right}` ? `quest.act_${Left}_${Right}` : never) : never;

/** Where an activity happens, so that a step can be choosy about it. */
export const PLACELESS: readonly string[] = ['kudos.given', 'view.changed'];

export const questsQuery = queryOptions({ queryKey: [...keys.game, 'quests'], queryFn: ({ signal }) => all<Quest>('/quests', {}, signal) });

/** A figure a step asks for, as it is sent. */
export type MeasureWish = Pick<NonNullable<QuestStep['measure']>, 'metric' | 'op' | 'value' | 'window' | 'minimum_sample'>;
export type StepWish = Partial<Omit<QuestStep, 'done' | 'department' | 'tag' | 'measure'>> & { department?: string; tag?: string; measure?: MeasureWish };
export type QuestWish = Partial<Pick<Quest, 'name' | 'text' | 'picture' | 'repeats' | 'points' | 'coins' | 'active' | 'from' | 'until' | 'departments' | 'newcomer_days'>> & { steps?: StepWish[] };

export const useSaveQuest = (quest: Quest | null) =>
  useAct((wish: QuestWish) => (quest ? patch<Quest>(`/quests/${quest.id}`, wish, ifMatch(quest.version)) : post<Quest>('/quests', wish)), [keys.game], true);

export const useRemoveQuest = () => useAct((id: string) => remove(`/quests/${id}`), [keys.game]);

export const activityName = (activity: string, t: TFunction): string => {
  const known = ACTIVITIES.find((each) => each === activity);
  return known ? t(`quest.act_${known.replace('.', '_')}` as Words) : activity;
};

export const WINDOWS = ['today', 'week', '7_days', '30_days', 'season', 'all_time'] as const satisfies readonly MeasureWish['window'][];
export const OPS = ['>=', '<=', '>', '<'] as const satisfies readonly MeasureWish['op'][];
export const SIGNS: Record<MeasureWish['op'], string> = { '>=': '≥', '<=': '≤', '>': '>', '<': '<' };
export const SAMPLE_MAX = 100_000;
export const VALUE_MAX = 1_000_000_000;

/** Metrics that a figure is usually asked of, besides those of boards. */
export const KPIS = ['csat_mean', 'csat', 'nps', 'fcr', 'reopen_rate', 'sla_compliance', 'rewards_percent'] as const;

/** What a step asks for, in words, with what it is choosy about. */
export function stepWords(step: QuestStep, t: TFunction, language: string): string {
  const { measure } = step;
  if (measure) {
    const what = `${metricName(measure.metric, t)} ${SIGNS[measure.op]} ${worth(measure.value, measure.unit, language)}`;
    const only = [t(`quest.window_${WINDOWS.find((each) => each === measure.window) ?? 'all_time'}`), measure.sampled && measure.minimum_sample > 1 && t('quest.sampled', { count: measure.minimum_sample })].filter(Boolean);
    return t('quest.only', { what, only: only.join(', ') });
  }
  const what = step.mention ? t('quest.act_mention') : activityName(step.activity ?? '', t);
  const rating = RATINGS.find((each) => each === step.rating);
  const only = [step.department?.name, step.channel && t(`channel.${step.channel}`), step.tag?.name, rating && t(`condition.rating_${rating}`)].filter(Boolean);
  return only.length > 0 ? t('quest.only', { what, only: only.join(', ') }) : what;
}

/** Of a figure that is to grow, how much of it is there. */
const partOf = ({ done, measure }: QuestStep) =>
  done === 0 && measure?.now != null && measure.value > 0 && (measure.op === '>=' || measure.op === '>') ? Math.max(0, Math.min(0.99, measure.now / measure.value)) : done;

/** How far one is with all of it, from 0 to 1. */
export const progressOf = (quest: Quest) => {
  const all = quest.steps.reduce((sum, step) => sum + step.count, 0);
  return all === 0 ? 0 : quest.steps.reduce((sum, step) => sum + partOf(step), 0) / all;
};
