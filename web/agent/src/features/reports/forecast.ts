import { queryOptions } from '@tanstack/react-query';
import { get } from '@/api/client';
import { keys } from '@/api/query-client';

export const SUBJECTS = ['created_tickets', 'incoming_messages', 'incoming_calls', 'incoming_chats'] as const;
export type Subject = (typeof SUBJECTS)[number];

export interface ForecastHour {
  from: string;
  value: number | null;
  low: number | null;
  high: number | null;
  agents?: number;
}

export interface ForecastAnswer {
  subject: Subject;
  time_zone: string;
  method: string;
  band_percent: number;
  past_from: string;
  past_to: string;
  backtest: {
    hours: number;
    mean_absolute_error: number | null;
    wape_percent: number | null;
    last_week_wape_percent: number | null;
    in_band_percent: number | null;
  };
  hours: ForecastHour[];
}

export interface ForecastQuestion {
  subject: Subject;
  weeks: number;
  department?: string | undefined;
  channel?: string | undefined;
  tag?: string | undefined;
  aht_seconds?: number | undefined;
  service_level_goal?: number | undefined;
  target_seconds?: number | undefined;
}

export const forecastQuery = (question: ForecastQuestion) =>
  queryOptions({
    queryKey: [...keys.reports, 'forecast', question],
    queryFn: ({ signal }) => get<ForecastAnswer>('/forecast', { ...question }, signal),
  });
