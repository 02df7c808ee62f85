import type { i18n as Words, TFunction } from 'i18next';
import type words from '@/i18n/en.json';
import type { KpiDefinition, Unit } from './figures';

/** KPIs by what they tell, in the order of the overview. */
export const KPI_GROUPS = {
  cases: ['volume', 'backlog', 'overdue', 'case_resolution', 'case_resolution_cohort', 'fcr', 'reopen_rate', 'sla_compliance'],
  times: ['first_answer_time', 'next_answer_time', 'first_assign_time', 'resolution_time', 'first_answer_time_business', 'next_answer_time_business'],
  opinions: ['csat', 'csat_mean', 'nps', 'ces', 'survey_response', 'rewards_percent', 'rebukes_percent', 'not_ranked_percent', 'save_rate', 'save_rate_dispositions'],
  work: ['work_time', 'utilisation', 'occupancy', 'answers_per_hour', 'resolved_per_hour', 'aht_blended', 'aht_email', 'aht_chat', 'aht'],
  queues: ['email_service_level', 'service_level', 'chat_service_level', 'call_answer_speed', 'chat_answer_speed', 'abandonment', 'chat_abandonment', 'talk_time', 'missed'],
} as const;

export type KpiId = (typeof KPI_GROUPS)[keyof typeof KPI_GROUPS][number];

export const KPI_IDS: readonly KpiId[] = Object.values(KPI_GROUPS).flat();

export const isKpi = (id: string): id is KpiId => KPI_IDS.includes(id as KpiId);

/** Where the server tells the value alone. */
export const UNIT_OF: Record<string, Unit> = {
  volume: 'count',
  backlog: 'count',
  overdue: 'count',
  case_resolution: 'percent',
  fcr: 'percent',
  sla_compliance: 'percent',
  csat: 'percent',
  rewards_percent: 'percent',
  first_answer_time: 'seconds',
  next_answer_time: 'seconds',
  resolution_time: 'seconds',
};

type ColumnId = keyof (typeof words)['report_column'];

/** What the server calls a KPI we know no word of is better than nothing. */
export const titleOf = (id: string, definition: { title: string } | undefined, t: TFunction) => (isKpi(id) ? t(`kpi.${id}`) : (definition?.title ?? id));

/** How it is reckoned, with the settings in force. */
export const formulaOf = (id: string, { formula, settings }: KpiDefinition, t: TFunction) => {
  if (!isKpi(id)) return formula;
  if (id === 'service_level' || id === 'chat_service_level') {
    const how = settings.service_level_formula;
    const known = (['all_in_time', 'answered', 'offered', 'offered_late', 'short_as_answered', 'offered_less_short'] as const).find((one) => one === how);
    return known ? `${t(`service_level.${known}`)} × 100; ${t('service_level.settings', settings)}` : formula;
  }
  return t(`formula.${id}`, settings);
};

export const columnTitle = ({ id, title }: { id: string; title: string }, { t, exists }: Words) => (exists(`report_column.${id}`) ? t(`report_column.${id as ColumnId}`) : title);
