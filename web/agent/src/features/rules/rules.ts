import { queryOptions } from '@tanstack/react-query';
import { call, ifMatch, patch, post, put, remove } from '@/api/client';
import { all } from '@/api/pages';
import { keys } from '@/api/query-client';
import type { Condition, Rule, RuleAction, RuleDryRun, RuleRun } from '@/api/types';
import { useAct } from '@/kit/act';

export type Trigger = Exclude<NonNullable<Rule['apply_when']>, 'time'>;

/** What a rule waits for, a time rule aside. */
export const triggerOf = ({ apply_when: trigger }: Rule): Trigger => (trigger && trigger !== 'time' ? trigger : 'ticket_created');
export type Measure = NonNullable<Rule['measure']>;

/** What a rule can wait for; the server knows the same. */
export const TRIGGERS = [
  'ticket_created',
  'ticket_created_from_mail',
  'message_added',
  'status_changed',
  'tags_changed',
  'transferred',
  'assigned',
  'opened_by_agent',
  'left_by_agent',
  'agent_rated',
  'chat_started',
  'call_started',
  'queue_length_changed',
  'delivery_changed',
  'linked_ticket_added',
  'sla_about_to_breach',
  'sla_breached',
  'field_changed',
] as const satisfies readonly Trigger[];

/** What a time rule can measure. */
export const MEASURES = ['older_than', 'unchanged_for', 'in_status_for', 'due_within', 'overdue_by'] as const satisfies readonly Measure[];

export const ACTIONS = [
  'transfer',
  'assign',
  'add_tags',
  'remove_tags',
  'set_fields',
  'set_priority',
  'set_sla_level',
  'change_subject',
  'add_note',
  'send_answer',
  'send_mail',
  'forward',
  'notify',
  'postpone',
  'pending',
  'resolve',
  'reopen',
  'spam',
  'delete',
  'merge_into',
  'add_participant',
  'award_points',
  'award_badge',
  'http_request',
  'post_message',
  'run_rule',
  'stop',
] as const satisfies readonly RuleAction['type'][];

export interface RuleWords {
  name: string;
  notes: string;
  active: boolean;
  /** Of a rule. */
  apply_when?: Trigger;
  /** Of a time rule. */
  measure?: Measure;
  seconds?: number;
  condition: Condition;
  actions: RuleAction[];
  stop: boolean;
}

const pathOf = (timed: boolean) => (timed ? '/time-rules' : '/rules');

/** Rules, or time rules. */
export const rulesQuery = (timed = false) =>
  queryOptions({
    queryKey: timed ? keys.timeRules : keys.eventRules,
    queryFn: ({ signal }) => all<Rule>(pathOf(timed), {}, signal),
  });

export const ruleRunsQuery = (id: string, timed: boolean) =>
  queryOptions({
    queryKey: keys.ruleRuns(id),
    queryFn: ({ signal }) => call<{ items: RuleRun[]; next: string | null }>('GET', `${pathOf(timed)}/${id}/runs`, { query: { limit: 50 }, signal }),
  });

const STALE = [keys.rules];

export const useSaveRule = (rule: Rule | null, timed: boolean) =>
  useAct(
    (words: RuleWords) => (rule ? patch<Rule>(`${pathOf(timed)}/${rule.id}`, words, ifMatch(rule.version)) : post<Rule>(pathOf(timed), words)),
    STALE,
    true,
  );

export const useSwitchRule = (timed: boolean) =>
  useAct(({ id, active }: { id: string; active: boolean }) => patch<Rule>(`${pathOf(timed)}/${id}`, { active }), STALE);

export const useDeleteRule = (timed: boolean) => useAct((id: string) => remove(`${pathOf(timed)}/${id}`), STALE);

export const useArrangeRules = (timed: boolean) => useAct((rules: string[]) => put<undefined>(`${pathOf(timed)}/order`, { rules }), STALE);

export const useDryRun = () =>
  useAct((asked: { apply_when?: Trigger; condition: Condition }) => post<RuleDryRun>('/rules/dry-run', asked), [], true);
