import { queryOptions } from '@tanstack/react-query';
import { call, ifMatch, patch, post, remove } from '@/api/client';
import { all } from '@/api/pages';
import { keys } from '@/api/query-client';
import type { Webhook, WebhookDelivery } from '@/api/types';
import { useAct } from '@/kit/act';

export const WEBHOOK_KINDS = ['signed', 'chat'] as const satisfies readonly Webhook['kind'][];

const WAITING_REFETCH_MS = 2_000;

export const webhooksQuery = queryOptions({
  queryKey: keys.webhooks,
  queryFn: ({ signal }) => all<Webhook>('/webhooks', {}, signal),
});

/** Read again while a call is on its way. */
export const deliveriesQuery = (id: string) =>
  queryOptions({
    queryKey: keys.deliveries(id),
    queryFn: ({ signal }) => call<{ items: WebhookDelivery[]; next: string | null }>('GET', `/webhooks/${id}/deliveries`, { query: { limit: 50 }, signal }),
    refetchInterval: ({ state }) => (state.data?.items.some((one) => one.state === 'waiting' && one.attempts < 2) ? WAITING_REFETCH_MS : false),
  });

export interface WebhookWords {
  name: string;
  url: string;
  kind: Webhook['kind'];
  active: boolean;
}

const STALE = [keys.webhooks];

export const useSaveWebhook = (webhook: Webhook | null) =>
  useAct(
    (words: WebhookWords) => (webhook ? patch<Webhook>(`/webhooks/${webhook.id}`, words, ifMatch(webhook.version)) : post<Webhook>('/webhooks', words)),
    STALE,
    true,
  );

export const useDeleteWebhook = () => useAct((id: string) => remove(`/webhooks/${id}`), STALE);

export const useRenewSecret = () => useAct((id: string) => post<Webhook>(`/webhooks/${id}/secret`, {}), STALE);

export const useTestWebhook = (id: string) => useAct(() => post<WebhookDelivery>(`/webhooks/${id}/test`, {}), [keys.deliveries(id)]);

export const useRedeliver = (id: string) =>
  useAct((delivery: string) => post<WebhookDelivery>(`/webhooks/${id}/deliveries/${delivery}/redeliver`, {}), [keys.deliveries(id)]);
