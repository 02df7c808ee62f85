import { put } from '@/api/client';
import { keys } from '@/api/query-client';
import { useAct } from '@/kit/act';

/** One's own order in the sidebar. */
export const useArrangeViews = () => useAct((views: string[]) => put<undefined>('/views/order', { views }), [keys.savedViews]);
