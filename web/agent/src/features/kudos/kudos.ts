import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get, patch, post, remove } from '@/api/client';
import { keys } from '@/api/query-client';
import type { Kudos, KudosAllowance, KudosSetting, Page } from '@/api/types';
import { useAct } from '@/kit/act';

export const MESSAGE_LENGTH_MAX = 500;
export const WHOSE = ['all', 'to', 'from'] as const;
export type Whose = (typeof WHOSE)[number];

const PAGE = 30;

export const kudosQuery = (whose: Whose) =>
  infiniteQueryOptions({
    queryKey: [...keys.game, 'kudos', whose],
    queryFn: ({ pageParam, signal }) => get<Page<Kudos>>('/kudos', { limit: PAGE, cursor: pageParam, ...(whose !== 'all' && { [whose]: 'me' }) }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });

export const allowanceQuery = queryOptions({ queryKey: [...keys.game, 'kudos-allowance'], queryFn: ({ signal }) => get<KudosAllowance>('/kudos/allowance', {}, signal) });

export const kudosSettingQuery = queryOptions({ queryKey: [...keys.game, 'kudos-setting'], queryFn: ({ signal }) => get<KudosSetting>('/kudos-settings', {}, signal) });

export const useGiveKudos = () => useAct((wish: { to: string; message: string; ticket?: string }) => post<Kudos>('/kudos', wish), [keys.game], true);

export const useWithdrawKudos = () => useAct((id: string) => remove(`/kudos/${id}`), [keys.game]);

export const useSetKudos = () => useAct((change: Partial<KudosSetting>) => patch<KudosSetting>('/kudos-settings', change), [keys.game], true);
