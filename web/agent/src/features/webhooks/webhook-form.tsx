import { Button, NativeSelect, Switch, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { Webhook } from '@/api/types';
import { explain } from '@/kit/explain';
import { FormEnd, FormError } from '@/kit/form';
import { useSaveWebhook, WEBHOOK_KINDS } from './webhooks';
import classes from './webhooks.module.css';

const URL_EXAMPLE = 'https://example.com/hook';

export function WebhookForm({ webhook, saved }: { webhook: Webhook | null; saved: (webhook: Webhook) => void }) {
  const { t } = useTranslation();
  const save = useSaveWebhook(webhook);
  const problem = save.error && asProblem(save.error);
  const [words, setWords] = useState({
    name: webhook?.name ?? '',
    url: webhook?.url ?? '',
    kind: webhook?.kind ?? ('signed' as Webhook['kind']),
    active: webhook?.active ?? true,
  });
  const set = (part: Partial<typeof words>) => { setWords((before) => ({ ...before, ...part })); };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ ...words, name: words.name.trim(), url: words.url.trim() }, { onSuccess: saved });
  };
  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <TextInput
        label={t('common.name')}
        value={words.name}
        maxLength={200}
        onChange={(e) => { set({ name: e.currentTarget.value }); }}
        error={problem?.of('name')}
        data-autofocus
      />
      <TextInput
        label={t('webhook.url')}
        placeholder={URL_EXAMPLE}
        value={words.url}
        maxLength={2000}
        onChange={(e) => { set({ url: e.currentTarget.value }); }}
        error={problem?.of('url')}
      />
      <NativeSelect
        label={t('webhook.kind')}
        description={t(`webhook.kind_${words.kind}_hint`)}
        value={words.kind}
        onChange={(e) => { set({ kind: e.currentTarget.value as Webhook['kind'] }); }}
        data={WEBHOOK_KINDS.map((kind) => ({ value: kind, label: t(`webhook.kind_${kind}`) }))}
      />
      <Switch label={t('automation.active')} checked={words.active} onChange={(e) => { set({ active: e.currentTarget.checked }); }} />
      <FormError message={problem ? explain(problem, t) : null} />
      <FormEnd>
        <Button type="submit" loading={save.isPending} disabled={!words.name.trim() || !words.url.trim()}>
          {t('common.save')}
        </Button>
      </FormEnd>
    </form>
  );
}
