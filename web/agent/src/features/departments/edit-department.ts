import { call, patch, post, put, remove } from '@/api/client';
import { keys } from '@/api/query-client';
import type { Department, MemberRole, ServedChannel } from '@/api/types';
import { useAct } from '@/kit/act';

const STALE = [keys.departments, keys.counts];

export interface DepartmentWords {
  name: string;
  description: string;
  access: 'members' | 'all';
  signature_html: string;
  /** Days a customer's reply still reopens a resolved ticket; null for ever. */
  reopen_days: number | null;
  to_solve: boolean;
  solve_order: Department['solve_order'];
  routing: Department['routing'];
  /** Waiting tickets a member holds at most; null as the workspace says. */
  capacity: number | null;
  mailbox: string | null;
  sender_name: string;
  after_chat: Department['after_chat'];
  after_call: Department['after_call'];
  rating: boolean;
}

const body = ({ reopen_days, ...words }: DepartmentWords) => ({ ...words, ...(reopen_days === null ? { reopen_for_ever: true } : { reopen_days }) });

export const useAddDepartment = () => useAct((name: string) => post<Department>('/departments', { name }), STALE, true);

export const useChangeDepartment = (id: string) =>
  useAct(({ words, seen }: { words: DepartmentWords; seen: Record<string, string> }) => patch<Department>(`/departments/${id}`, body(words), seen), STALE, true);

export const useDeleteDepartment = () =>
  useAct(({ id, moveTo }: { id: string; moveTo: string | undefined }) => remove(`/departments/${id}`, { move_to: moveTo }), [...STALE, keys.lists]);

export const useJoin = (department: string) =>
  useAct(
    ({ agent, ...place }: { agent: string; role?: MemberRole; solves?: boolean; channels?: ServedChannel[]; signature_html?: string }) =>
      put<unknown>(`/departments/${department}/members/${agent}`, place),
    [keys.departments, keys.agents],
  );

export const useLeave = (department: string) =>
  useAct((agent: string) => remove(`/departments/${department}/members/${agent}`), [keys.departments, keys.agents]);

export const useJoinAll = (department: string) =>
  useAct(() => call<unknown>('PUT', `/departments/${department}/members`, { body: { all: true } }), [keys.departments, keys.agents]);
