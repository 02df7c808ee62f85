import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { IconBike, IconBook2, IconCake, IconGift, IconHeadphones, IconHeart, IconMug, IconPlant2, IconShirt, IconSun, IconTicket, IconToolsKitchen2, type Icon } from '@tabler/icons-react';
import { call, get, ifMatch, patch, post, remove } from '@/api/client';
import { all } from '@/api/pages';
import { keys } from '@/api/query-client';
import type { Page, ShopItem, ShopOrder, ShopShelves } from '@/api/types';
import { useAct } from '@/kit/act';

export const TEXT_LENGTH_MAX = 1_000;
export const NOTE_LENGTH_MAX = 500;
export const NUMBER_MAX = 1_000_000;
const PAGE = 30;

/** Drawn in one of six tints, so that a shelf is colourful and yet of one hand. */
export const PICTURES = {
  gift: { icon: IconGift, tint: 4 },
  cup: { icon: IconMug, tint: 2 },
  shirt: { icon: IconShirt, tint: 1 },
  book: { icon: IconBook2, tint: 3 },
  lunch: { icon: IconToolsKitchen2, tint: 5 },
  sun: { icon: IconSun, tint: 2 },
  ticket: { icon: IconTicket, tint: 3 },
  plant: { icon: IconPlant2, tint: 0 },
  headphones: { icon: IconHeadphones, tint: 1 },
  heart: { icon: IconHeart, tint: 4 },
  bicycle: { icon: IconBike, tint: 0 },
  cake: { icon: IconCake, tint: 5 },
} satisfies Record<string, { icon: Icon; tint: number }>;
export type PictureName = keyof typeof PICTURES;
export const PICTURE_NAMES = Object.keys(PICTURES) as PictureName[];

export const STATES = ['waiting', 'approved', 'fulfilled', 'refused', 'refunded', 'cancelled'] as const;
export type OrderState = (typeof STATES)[number];

/** What is done to come to a state. */
export const ACTS = { approved: 'approve', fulfilled: 'fulfil', refused: 'refuse', refunded: 'refund', cancelled: 'cancel' } as const;

export const shopQuery = queryOptions({ queryKey: [...keys.game, 'shop'], queryFn: ({ signal }) => get<ShopShelves>('/shop', {}, signal) });

export const myOrdersQuery = queryOptions({ queryKey: [...keys.game, 'orders', 'mine'], queryFn: ({ signal }) => all<ShopOrder>('/shop-orders', { agent: 'me' }, signal) });

export const ordersQuery = (state: OrderState) =>
  infiniteQueryOptions({
    queryKey: [...keys.game, 'orders', state],
    queryFn: ({ pageParam, signal }) => get<Page<ShopOrder>>('/shop-orders', { limit: PAGE, cursor: pageParam, state }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });

export type ItemWish = Partial<Pick<ShopItem, 'texts' | 'picture' | 'cost' | 'stock' | 'per_agent_max' | 'approval' | 'active'>>;

export const useSaveItem = (item: ShopItem | null) =>
  useAct((wish: ItemWish) => (item ? patch<ShopItem>(`/shop/${item.id}`, wish, ifMatch(item.version)) : post<ShopItem>('/shop', wish)), [keys.game], true);

export const usePutPicture = () =>
  useAct(({ item, file }: { item: string; file: Blob }) => call<ShopItem>('PUT', `/shop/${item}/picture`, { file, headers: { 'Content-Type': file.type } }), [keys.game], true);

export const useRemoveItem = () => useAct((id: string) => remove(`/shop/${id}`), [keys.game]);

export const useBuy = () => useAct((wish: { item: string; cost: number; wish: string }) => post<ShopOrder>('/shop-orders', wish), [keys.game], true);

export const useHandleOrder = () =>
  useAct(({ id, state, note }: { id: string; state: keyof typeof ACTS; note: string }) => post<ShopOrder>(`/shop-orders/${id}/${ACTS[state]}`, { note }), [keys.game], true);
