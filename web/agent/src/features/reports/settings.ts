import { queryOptions } from '@tanstack/react-query';
import { get, patch } from '@/api/client';
import { keys } from '@/api/query-client';
import { useAct } from '@/kit/act';

export const SERVICE_LEVELS = ['all_in_time', 'answered', 'offered', 'offered_late', 'short_as_answered', 'offered_less_short'] as const;

/** How KPIs are reckoned here. */
export interface KpiSettings {
  short_abandon_seconds: number;
  service_level_seconds: number;
  service_level_formula: (typeof SERVICE_LEVELS)[number];
  email_target_seconds: number;
  fcr_window_days: number;
  call_weight: number;
  chat_weight: number;
  email_weight: number;
  activities_kept_months: number;
}

export const kpiSettingsQuery = queryOptions({
  queryKey: [...keys.reports, 'settings'],
  queryFn: ({ signal }) => get<KpiSettings>('/kpi-settings', {}, signal),
});

/** Every figure may change with it. */
export const useChangeKpiSettings = () => useAct((change: Partial<KpiSettings>) => patch<KpiSettings>('/kpi-settings', change), [keys.reports], true);
