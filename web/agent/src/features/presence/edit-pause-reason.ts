import { post, remove } from '@/api/client';
import { keys } from '@/api/query-client';
import type { PauseReason } from '@/api/types';
import { useAct } from '@/kit/act';

export const useAddPauseReason = () => useAct((name: string) => post<PauseReason>('/pause-reasons', { name }), [keys.pauseReasons]);

export const useRemovePauseReason = () => useAct((id: string) => remove(`/pause-reasons/${id}`), [keys.pauseReasons]);
