import { queryOptions } from '@tanstack/react-query';
import { get, ifMatch, patch, post, remove } from '@/api/client';
import { all } from '@/api/pages';
import { keys } from '@/api/query-client';
import type { CoachingNote, CoachingNoteWish, CoachingSubjects, Goal, GoalWish } from '@/api/types';
import { useAct } from '@/kit/act';

export const AIMS = ['at_least', 'at_most'] as const;
export const NOTE_KINDS = ['coaching', 'praise'] as const;
export const TEXT_LENGTH_MAX = 10_000;
export const GOAL_TEXT_LENGTH_MAX = 500;

export const goalsQuery = (over: boolean) =>
  queryOptions({ queryKey: [...keys.coaching, 'goals', over], queryFn: async ({ signal }) => (await get<{ items: Goal[] }>('/goals', { over }, signal)).items });

export const notesQuery = queryOptions({ queryKey: [...keys.coaching, 'notes'], queryFn: ({ signal }) => all<CoachingNote>('/coaching-notes', {}, signal) });

export const subjectsQuery = queryOptions({ queryKey: [...keys.coaching, 'subjects'], queryFn: ({ signal }) => get<CoachingSubjects>('/coaching-subjects', {}, signal) });

export const useSaveGoal = (goal: Goal | null) =>
  useAct((wish: GoalWish) => (goal ? patch<Goal>(`/goals/${goal.id}`, wish, ifMatch(goal.version)) : post<Goal>('/goals', wish)), [keys.coaching], true);

export const useDeleteGoal = () => useAct((id: string) => remove(`/goals/${id}`), [keys.coaching]);

export const useWriteNote = () => useAct((wish: CoachingNoteWish) => post<CoachingNote>('/coaching-notes', wish), [keys.coaching], true);

export const useSettleNote = () => useAct(({ id, closed }: { id: string; closed: boolean }) => patch<CoachingNote>(`/coaching-notes/${id}`, { closed }), [keys.coaching]);

export const useDeleteNote = () => useAct((id: string) => remove(`/coaching-notes/${id}`), [keys.coaching]);

export const useAnswerNote = (id: string) => useAct((text: string) => post<CoachingNote>(`/coaching-notes/${id}/replies`, { text }), [keys.coaching]);
