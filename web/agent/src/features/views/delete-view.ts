import { remove } from '@/api/client';
import { keys } from '@/api/query-client';
import { useAct } from '@/kit/act';

export const useDeleteView = () => useAct((id: string) => remove(`/views/${id}`), [keys.savedViews, keys.savedCounts]);
