import { pathOf } from '@/api/client';
import { problemOf } from '@/api/problem';
import type { ReportQuestion } from './figures';

export const REPORTS = [
  'agents', 'departments', 'channels', 'tags', 'customers', 'companies', 'sla', 'sla_levels', 'ratings', 'availability', 'pauses', 'load', 'time', 'chats', 'calls', 'dispositions', 'deliveries', 'rules',
] as const;
export type Report = (typeof REPORTS)[number];

/** Its rows are times, in their order. */
export const isOfTimes = (report: Report) => report === 'load';

export const reportOf = (name: string): Report | undefined => REPORTS.find((report) => report === name);

const FILES = { csv: 'text/csv', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const;

/** The same figures as on the screen, as a file. */
export async function download(report: Report, question: ReportQuestion, kind: keyof typeof FILES) {
  const response = await fetch(pathOf(`/reports/${report}`, { ...question }), { headers: { Accept: FILES[kind] }, credentials: 'same-origin' });
  if (!response.ok) throw await problemOf(response);
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = `${report} ${question.from} ${question.to}.${kind}`;
  link.click();
  URL.revokeObjectURL(url);
}
