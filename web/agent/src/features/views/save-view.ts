import { patch, post } from '@/api/client';
import { keys } from '@/api/query-client';
import type { SavedView, SavedViewEdit } from '@/api/types';
import { useAct } from '@/kit/act';

/** Makes a view, or changes the one that was read; somebody else's change in between is told, never overwritten. */
export const useSaveView = (view: SavedView | null) =>
  useAct(
    (edit: SavedViewEdit) =>
      view
        ? patch<SavedView>(`/views/${view.id}`, edit, { 'If-Match': `"${view.version}"` })
        : post<SavedView>('/views', edit),
    [keys.savedViews, keys.savedCounts, keys.lists],
    true,
  );
