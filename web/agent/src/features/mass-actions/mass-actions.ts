import { queryOptions } from '@tanstack/react-query';
import { get, post } from '@/api/client';
import { keys } from '@/api/query-client';
import type { MassAct, MassAction, MassSelection } from '@/api/types';

const FOLLOW_MS = 700;

export const startMassAction = (selection: MassSelection, act: MassAct) => post<MassAction>('/mass-actions', { selection, act });
export const stopMassAction = (id: string) => post<MassAction>(`/mass-actions/${id}/cancel`);
export const undoMassAction = (id: string) => post<MassAction>(`/mass-actions/${id}/undo`);

export const isAtWork = (action: MassAction) => action.state === 'running' || action.state === 'undoing';

/** One mass action, looked at again and again as long as it runs. */
export const massActionQuery = (id: string) =>
  queryOptions({
    queryKey: keys.massAction(id),
    queryFn: ({ signal }) => get<MassAction>(`/mass-actions/${id}`, {}, signal),
    refetchInterval: ({ state }) => (!state.data || isAtWork(state.data) ? FOLLOW_MS : false),
  });
