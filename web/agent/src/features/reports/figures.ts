import { queryOptions } from '@tanstack/react-query';
import { get } from '@/api/client';
import { keys } from '@/api/query-client';
import type { Cut, Days } from './period';

/** What a value is in, as the server says it. */
export type Unit = 'percent' | 'score' | 'seconds' | 'points' | 'count' | 'per_hour' | 'minutes';

export interface KpiValue {
  value: number | null;
  numerator: number;
  denominator: number | null;
  median?: number | null;
  p90?: number | null;
  provisional?: boolean;
}

export interface KpiDefinition {
  title: string;
  formula: string;
  unit: Unit;
  settings: Record<string, string | number>;
  activities: string;
}

export interface KpiSlice {
  from: string;
  to: string;
  kpis: Record<string, KpiValue>;
}

export interface KpiAnswer {
  from: string;
  to: string;
  time_zone: string;
  definitions: Record<string, KpiDefinition>;
  slices: KpiSlice[];
  total: Record<string, KpiValue>;
}

/** Of whom. */
export interface Narrowed {
  department?: string | undefined;
  agent?: string | undefined;
  channel?: string | undefined;
  tag?: string | undefined;
}

export interface KpiQuestion extends Days, Narrowed {
  by?: Cut | undefined;
  kpi?: string | undefined;
}

export const kpisQuery = (question: KpiQuestion) =>
  queryOptions({
    queryKey: [...keys.reports, 'kpis', question],
    queryFn: ({ signal }) => get<KpiAnswer>('/kpis', { ...question }, signal),
  });

export interface ReportColumn {
  id: string;
  title: string;
  unit: Unit;
}

type Values = Record<string, number | null>;

export interface ReportRow {
  /** What it is of; a time from and to where it is of a time. */
  key: Record<string, string>;
  values: Values;
  /** In the period before, where compared. */
  before?: Values;
}

export interface ReportAnswer {
  time_zone: string;
  columns: ReportColumn[];
  rows: ReportRow[];
  total: Values;
  before?: { total: Values };
}

export interface ReportQuestion extends Days, Narrowed {
  by?: Cut | undefined;
  columns?: string | undefined;
  compare?: boolean | undefined;
}

export const reportQuery = (report: string, question: ReportQuestion) =>
  queryOptions({
    queryKey: [...keys.reports, report, question],
    queryFn: ({ signal }) => get<ReportAnswer>(`/reports/${report}`, { ...question }, signal),
  });

/** One thing that happened and was counted. */
export interface Activity {
  id: string;
  at: string;
  kind: string;
  ticket: string | null;
  agent: string | null;
  department: string | null;
  channel: string | null;
  facts: Record<string, unknown>;
}
