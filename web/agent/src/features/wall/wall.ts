import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call, get, ifMatch, patch, post, put, remove } from '@/api/client';
import { all } from '@/api/pages';
import { keys } from '@/api/query-client';
import type { ChatCall, Page, WallComment, WallEntry, WallOutlet } from '@/api/types';
import { useAct } from '@/kit/act';

export const COMMENT_LENGTH_MAX = 1_000;
export const WALL_KINDS = ['badge', 'level', 'contest', 'quest', 'kudos', 'praise'] as const satisfies readonly WallEntry['kind'][];
export const FLAVOURS = ['slack', 'teams'] as const satisfies readonly WallOutlet['flavour'][];
export const URL_LENGTH_MAX = 2_000;

const PAGE = 20;
const WAITING_REFETCH_MS = 2_000;

export const wallQuery = (kind: string) =>
  infiniteQueryOptions({
    queryKey: [...keys.wall, 'list', kind],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => call<Page<WallEntry>>('GET', '/wall', { query: { limit: PAGE, kind, cursor: pageParam }, signal }),
    getNextPageParam: ({ next }) => next,
  });

export const commentsQuery = (entry: string) =>
  queryOptions({ queryKey: [...keys.wall, 'comments', entry], queryFn: ({ signal }) => get<{ items: WallComment[] }>(`/wall/${entry}/comments`, {}, signal) });

export const useLike = (entry: string) =>
  useAct((like: boolean) => (like ? put<WallEntry>(`/wall/${entry}/like`, {}) : remove<WallEntry>(`/wall/${entry}/like`)), [keys.wall]);

export const useHideEntry = (entry: string) => useAct((hidden: boolean) => patch<WallEntry>(`/wall/${entry}`, { hidden }), [keys.wall]);

export const useComment = (entry: string) => useAct((text: string) => post<WallComment>(`/wall/${entry}/comments`, { text }), [keys.wall]);

export const useDropComment = (entry: string) => useAct((id: string) => remove(`/wall/${entry}/comments/${id}`), [keys.wall]);

export const useHideComment = (entry: string) =>
  useAct(({ id, hidden }: { id: string; hidden: boolean }) => patch<WallComment>(`/wall/${entry}/comments/${id}`, { hidden }), [keys.wall]);

export const outletsQuery = queryOptions({ queryKey: keys.outlets, queryFn: ({ signal }) => all<WallOutlet>('/wall-outlets', {}, signal) });

/** Read again while a post is on its way. */
export const postsQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.outlets, id, 'posts'],
    queryFn: ({ signal }) => call<Page<ChatCall>>('GET', `/wall-outlets/${id}/posts`, { query: { limit: 50 }, signal }),
    refetchInterval: ({ state }) => (state.data?.items.some((one) => one.state === 'waiting' && one.attempts < 2) ? WAITING_REFETCH_MS : false),
  });

export interface OutletWish {
  name: string;
  url?: string;
  flavour: WallOutlet['flavour'];
  language: string;
  kinds: WallOutlet['kinds'];
  active?: boolean;
}

export const useSaveOutlet = (outlet: WallOutlet | null) =>
  useAct(
    (wish: OutletWish) => (outlet ? patch<WallOutlet>(`/wall-outlets/${outlet.id}`, wish, ifMatch(outlet.version)) : post<WallOutlet>('/wall-outlets', wish)),
    [keys.outlets],
    true,
  );

export const useDeleteOutlet = () => useAct((id: string) => remove(`/wall-outlets/${id}`), [keys.outlets]);

export const useTestOutlet = (id: string) => useAct(() => post<ChatCall>(`/wall-outlets/${id}/test`, {}), [keys.outlets]);
