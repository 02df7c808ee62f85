import { queryOptions } from '@tanstack/react-query';
import { ifMatch, patch, post, remove } from '@/api/client';
import { all } from '@/api/pages';
import { keys } from '@/api/query-client';
import type { WallScreen } from '@/api/types';
import { useAct } from '@/kit/act';

export const SCREEN_PARTS = ['queues', 'service', 'leaders', 'contests', 'wall'] as const satisfies readonly WallScreen['shows'][number][];

export const screensQuery = queryOptions({ queryKey: keys.screens, queryFn: ({ signal }) => all<WallScreen>('/screens', {}, signal) });

export type ScreenWish = Pick<WallScreen, 'name' | 'shows' | 'departments' | 'metric' | 'language'>;

/** The answer to its making has the link, and no later one. */
export const useSaveScreen = (screen: WallScreen | null) =>
  useAct(
    (wish: ScreenWish) => (screen ? patch<WallScreen>(`/screens/${screen.id}`, wish, ifMatch(screen.version)) : post<WallScreen>('/screens', wish)),
    [keys.screens],
    true,
  );

export const useRenewScreen = () => useAct((id: string) => post<WallScreen>(`/screens/${id}/link`, {}), [keys.screens]);

export const useDeleteScreen = () => useAct((id: string) => remove(`/screens/${id}`), [keys.screens]);
