import { call } from '@/api/client';
import type { FoundHolidays } from '@/api/types';
import { useAct } from '@/kit/act';

/** Reads an iCalendar file without keeping anything of it. */
export const useReadHolidays = () =>
  useAct((file: Blob) => call<FoundHolidays>('POST', '/business-hours/holidays', { file, headers: { 'Content-Type': 'text/calendar' } }), [], true);
