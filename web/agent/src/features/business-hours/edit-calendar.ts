import { ifMatch, patch, post, put, remove } from '@/api/client';
import { keys } from '@/api/query-client';
import type { BusinessCalendar } from '@/api/types';
import { browserTimeZone } from '@/features/setup/setup';
import { useAct } from '@/kit/act';
import type { Hours } from './hours';

const STALE = [keys.calendars];

/** A new one begins as most weeks are: there is less to change than to write. */
const NINE_TO_FIVE = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['09:00', '17:00']]]));

export const useAddCalendar = () =>
  useAct((name: string) => post<BusinessCalendar>('/business-hours', { name, time_zone: browserTimeZone(), weekly: NINE_TO_FIVE }), STALE, true);

export const useChangeCalendar = (id: string) =>
  useAct(
    ({ version, ...words }: Hours & { name: string; version: number }) => patch<BusinessCalendar>(`/business-hours/${id}`, words, ifMatch(version)),
    STALE,
    true,
  );

export const useMakeDefault = (id: string) => useAct(() => patch<BusinessCalendar>(`/business-hours/${id}`, { is_default: true }), STALE);

export const useDeleteCalendar = () =>
  useAct(({ id, moveTo }: { id: string; moveTo?: string }) => remove(`/business-hours/${id}`, { move_to: moveTo }), STALE);

/** No calendar: the default one holds. */
export const useKeepCalendar = () =>
  useAct(({ department, calendar }: { department: string; calendar: string | null }) => put<unknown>(`/departments/${department}/business-hours`, { calendar }), STALE);
