import { CUTS, RANGES, type Cut, type Range } from './period';

export const CHARTS = ['area', 'line', 'column', 'pie', 'none'] as const;
export type Chart = (typeof CHARTS)[number];

/** All a report is asked, kept in its address: a link shows a colleague the same. */
export interface ReportSearch {
  range?: Range;
  from?: string;
  to?: string;
  by?: Cut;
  department?: string;
  agent?: string;
  channel?: string;
  tag?: string;
  compare?: boolean;
  chart?: Chart;
  /** What the chart shows. */
  shown?: string;
  /** Ids by comma, in their order. */
  columns?: string;
  /** By which column, descending with a minus before it. */
  order?: string;
  /** The kept report that this is. */
  saved?: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const WORD_MAX = 200;
const COLUMNS_MAX = 2_000;

const one = <T extends string>(of: readonly T[], value: unknown): T | undefined => of.find((known) => known === value);
const word = (value: unknown, max = WORD_MAX) => (typeof value === 'string' && value && value.length <= max ? value : undefined);
const day = (value: unknown) => (typeof value === 'string' && DAY.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined);

export function reportSearch(raw: Record<string, unknown>): ReportSearch {
  const from = day(raw.from);
  const to = day(raw.to);
  const asked = {
    range: one(RANGES, raw.range),
    ...(from && to && from < to && { from, to }),
    by: one(CUTS, raw.by),
    department: word(raw.department),
    agent: word(raw.agent),
    channel: word(raw.channel),
    tag: word(raw.tag),
    compare: raw.compare === true || undefined,
    chart: one(CHARTS, raw.chart),
    shown: word(raw.shown),
    columns: word(raw.columns, COLUMNS_MAX),
    order: word(raw.order),
    saved: word(raw.saved),
  };
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
}
