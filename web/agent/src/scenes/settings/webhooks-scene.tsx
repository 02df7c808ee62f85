import { ActionIcon, Button, CopyButton, Modal, Tooltip } from '@mantine/core';
import { IconHistory, IconKey, IconPlus, IconTrash, IconWebhook } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Webhook } from '@/api/types';
import { Deliveries } from '@/features/webhooks/deliveries';
import { WebhookForm } from '@/features/webhooks/webhook-form';
import { useDeleteWebhook, useRenewSecret, webhooksQuery } from '@/features/webhooks/webhooks';
import words from '@/features/webhooks/webhooks.module.css';
import { useCommands } from '@/kit/commands';
import { Confirm } from '@/kit/confirm';
import { Line, Lines, Sheet } from '@/kit/sheet';
import { Failed, Waiting } from '@/kit/states';
import classes from './settings.module.css';

export function WebhooksScene() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(webhooksQuery);
  const [edited, setEdited] = useState<Webhook | 'new' | null>(null);
  const [looked, setLooked] = useState<Webhook>();
  const [leaving, setLeaving] = useState<Webhook>();
  const [secret, setSecret] = useState<string>();
  const del = useDeleteWebhook();
  const renew = useRenewSecret();
  const create = () => { setEdited('new'); };
  const stay = () => { setLeaving(undefined); };
  useCommands([{ id: 'webhook-add', label: t('webhook.add'), group: t('settings.webhooks'), act: create }]);
  return (
    <Sheet
      title={t('settings.webhooks')}
      lead={t('webhook.lead')}
      action={
        <Button leftSection={<IconPlus size={16} />} onClick={create}>
          {t('webhook.add')}
        </Button>
      }
    >
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={3} height={48} />}
      {data?.length === 0 && <p>{t('webhook.none')}</p>}
      <Lines label={t('settings.webhooks')}>
        {data?.map((webhook) => (
          <Line
            key={webhook.id}
            faint={!webhook.active}
            lead={<IconWebhook size={18} stroke={1.6} aria-hidden="true" />}
            title={
              <button type="button" className={classes.open} onClick={() => { setEdited(webhook); }}>
                {webhook.name}
              </button>
            }
            detail={webhook.url}
            facts={t(`webhook.kind_${webhook.kind}`)}
            actions={
              <>
                <Tooltip label={t('webhook.deliveries')}>
                  <ActionIcon aria-label={t('webhook.deliveries_of', { name: webhook.name })} onClick={() => { setLooked(webhook); }}>
                    <IconHistory size={16} />
                  </ActionIcon>
                </Tooltip>
                {webhook.kind === 'signed' && (
                  <Tooltip label={t('webhook.renew')}>
                    <ActionIcon
                      aria-label={t('webhook.renew_of', { name: webhook.name })}
                      onClick={() => { renew.mutate(webhook.id, { onSuccess: (made) => { setSecret(made.secret ?? undefined); } }); }}
                    >
                      <IconKey size={16} />
                    </ActionIcon>
                  </Tooltip>
                )}
                <Tooltip label={t('common.delete')}>
                  <ActionIcon aria-label={t('common.delete_of', { name: webhook.name })} onClick={() => { setLeaving(webhook); }}>
                    <IconTrash size={16} />
                  </ActionIcon>
                </Tooltip>
              </>
            }
          />
        ))}
      </Lines>
      <Modal opened={edited !== null} onClose={() => { setEdited(null); }} title={t(edited === 'new' ? 'webhook.add' : 'common.edit')} size={560} centered>
        <WebhookForm
          webhook={edited === 'new' ? null : edited}
          saved={(made) => {
            if (edited === 'new' && made.kind === 'signed') setSecret(made.secret ?? undefined);
            setEdited(null);
          }}
        />
      </Modal>
      <Modal opened={looked !== undefined} onClose={() => { setLooked(undefined); }} title={t('webhook.deliveries_of', { name: looked?.name ?? '' })} size={860} centered>
        {looked && <Deliveries webhook={looked} />}
      </Modal>
      <Modal opened={secret !== undefined} onClose={() => { setSecret(undefined); }} title={t('webhook.secret')} centered>
        <div className={words.form}>
          <p>{t('webhook.secret_once')}</p>
          <code className={words.secret}>{secret}</code>
          <CopyButton value={secret ?? ''}>
            {({ copied, copy }) => <Button onClick={copy}>{t(copied ? 'webhook.copied' : 'webhook.copy')}</Button>}
          </CopyButton>
        </div>
      </Modal>
      <Confirm
        opened={leaving !== undefined}
        close={stay}
        title={t('common.delete_of', { name: leaving?.name ?? '' })}
        verb={t('common.delete')}
        busy={del.isPending}
        act={() => { if (leaving) del.mutate(leaving.id, { onSuccess: stay }); }}
      >
        <p>{t('webhook.delete_hint')}</p>
      </Confirm>
    </Sheet>
  );
}
