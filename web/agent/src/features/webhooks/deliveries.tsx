import { Button } from '@mantine/core';
import { IconRefresh, IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Webhook } from '@/api/types';
import { Line, Lines } from '@/kit/sheet';
import { Failed, Waiting } from '@/kit/states';
import { When } from '@/kit/time';
import { deliveriesQuery, useRedeliver, useTestWebhook } from './webhooks';
import classes from './webhooks.module.css';

/** The calls of a webhook, newest first: what was said, what was answered, and once more. */
export function Deliveries({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(deliveriesQuery(webhook.id));
  const test = useTestWebhook(webhook.id);
  const again = useRedeliver(webhook.id);
  return (
    <div className={classes.form}>
      <div>
        <Button variant="default" leftSection={<IconSend size={16} />} loading={test.isPending} disabled={!webhook.active} onClick={() => { test.mutate(); }}>
          {t('webhook.test')}
        </Button>
      </div>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={3} height={32} />}
      {data?.items.length === 0 && <p className={classes.hint}>{t('webhook.no_deliveries')}</p>}
      {data && data.items.length > 0 && (
        <Lines label={t('webhook.said')}>
          {data.items.map((one) => (
            <Line
              key={one.id}
              title={
                <>
                  {t(`webhook.state_${one.state}`)}
                  {one.status !== null && ` · ${one.status}`}
                </>
              }
              detail={one.answer}
              facts={
                <>
                  <div>{t('webhook.attempts', { count: one.attempts })}</div>
                  <When at={one.tried_at ?? one.queued_at} />
                </>
              }
              actions={
                <Button size="xs" variant="default" leftSection={<IconRefresh size={14} />} onClick={() => { again.mutate(one.id); }}>
                  {t('webhook.redeliver')}
                </Button>
              }
              below={<code className={classes.body} tabIndex={0} role="group" aria-label={t('webhook.said')}>{one.body}</code>}
            />
          ))}
        </Lines>
      )}
    </div>
  );
}
