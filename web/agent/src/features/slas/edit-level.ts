import { ifMatch, patch, post, put, remove } from '@/api/client';
import { keys } from '@/api/query-client';
import type { Condition, SlaLevel, SlaRule } from '@/api/types';
import { useAct } from '@/kit/act';

const STALE = [keys.slaLevels, keys.slaRules];

export interface LevelEdit {
  name: string;
  description: string;
  targets: Record<string, Record<string, number | null>>;
  business_hours: string | null;
  pausing: string[];
  warning_percent: number | null;
}

/** @param level none for a new one */
export const useSaveLevel = (level: SlaLevel | null) =>
  useAct(
    (edit: LevelEdit) => (level ? patch<SlaLevel>(`/sla-levels/${level.id}`, edit, ifMatch(level.version)) : post<SlaLevel>('/sla-levels', edit)),
    STALE,
    true,
  );

/** @param moveTo a level's id, or none */
export const useDeleteLevel = () => useAct(({ id, moveTo }: { id: string; moveTo: string }) => remove(`/sla-levels/${id}`, { move_to: moveTo }), STALE);

export const useGiveLevel = () =>
  useAct(({ department, level }: { department: string; level: string | null }) => put<unknown>(`/departments/${department}/sla-level`, { level }), STALE);

export interface RuleEdit {
  name: string;
  active: boolean;
  condition: Condition;
  level: string;
}

export const useSaveRule = (rule: SlaRule | null) =>
  useAct(
    (edit: RuleEdit) => (rule ? patch<SlaRule>(`/sla-rules/${rule.id}`, edit, ifMatch(rule.version)) : post<SlaRule>('/sla-rules', edit)),
    STALE,
    true,
  );

export const useSwitchRule = () => useAct(({ id, active }: { id: string; active: boolean }) => patch<SlaRule>(`/sla-rules/${id}`, { active }), STALE);

export const useDeleteRule = () => useAct((id: string) => remove(`/sla-rules/${id}`), STALE);

export const useOrderRules = () => useAct((rules: string[]) => put<unknown>('/sla-rules/order', { rules }), STALE);
