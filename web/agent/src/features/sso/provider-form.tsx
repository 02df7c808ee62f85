import { Button, NativeSelect, PasswordInput, Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { SsoProvider } from '@/api/types';
import { rolesQuery } from '@/features/agents/agents';
import { useRoleName } from '@/features/agents/role-name';
import { explain } from '@/kit/explain';
import { Columns, FormEnd, FormError } from '@/kit/form';
import { useAddProvider, useChangeProvider } from './sso';

const EXAMPLE = 'https://login.example.com';

export function ProviderForm({ provider, done }: { provider: SsoProvider | null; done: () => void }) {
  const { t } = useTranslation();
  const { data: roles = [] } = useQuery(rolesQuery);
  const roleName = useRoleName();
  const [words, setWords] = useState({
    name: provider?.name ?? '',
    issuer: provider?.issuer ?? '',
    client_id: provider?.client_id ?? '',
    client_secret: '',
    domains: provider?.domains.join(', ') ?? '',
    role: provider?.role ?? '',
    enabled: provider?.enabled ?? true,
  });
  const set = (part: Partial<typeof words>) => { setWords((before) => ({ ...before, ...part })); };
  const add = useAddProvider();
  const change = useChangeProvider();
  const error = add.error ?? change.error;
  const problem = error && asProblem(error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { client_secret: secret, domains, role, ...rest } = words;
    const sent = { ...rest, domains: domains.split(/[\s,;]+/).filter(Boolean), role: role || null, ...(secret && { client_secret: secret }) };
    if (provider) change.mutate({ id: provider.id, ...sent }, { onSuccess: done });
    else add.mutate(sent, { onSuccess: done });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Columns>
        <TextInput label={t('sso.button')} value={words.name} onChange={(e) => { set({ name: e.currentTarget.value }); }} error={problem?.of('name')} data-autofocus />
        <TextInput label={t('sso.issuer')} placeholder={EXAMPLE} value={words.issuer} onChange={(e) => { set({ issuer: e.currentTarget.value }); }} error={problem?.of('issuer')} />
        <TextInput label={t('sso.client_id')} value={words.client_id} onChange={(e) => { set({ client_id: e.currentTarget.value }); }} error={problem?.of('client_id')} />
        <PasswordInput
          label={t('sso.client_secret')}
          description={provider ? t('sso.secret_kept') : undefined}
          value={words.client_secret}
          onChange={(e) => { set({ client_secret: e.currentTarget.value }); }}
          autoComplete="off"
        />
        <TextInput label={t('sso.domains')} description={t('sso.domains_hint')} value={words.domains} onChange={(e) => { set({ domains: e.currentTarget.value }); }} error={problem?.of('domains')} />
        <NativeSelect
          label={t('sso.role')}
          description={t('sso.role_hint')}
          value={words.role}
          onChange={(e) => { set({ role: e.currentTarget.value }); }}
          data={[{ value: '', label: t('sso.role_none') }, ...roles.filter(({ name }) => name !== 'owner').map(({ name }) => ({ value: name, label: roleName(name) }))]}
          error={problem?.of('role')}
        />
      </Columns>
      <Switch mt="md" label={t('sso.enabled')} checked={words.enabled} onChange={(e) => { set({ enabled: e.currentTarget.checked }); }} />
      <FormError message={problem ? explain(problem, t) : null} />
      <FormEnd>
        <Button type="submit" loading={add.isPending || change.isPending} disabled={!words.name.trim() || !words.issuer.trim() || !words.client_id.trim() || (!provider && !words.client_secret)}>
          {t(provider ? 'common.save' : 'common.add')}
        </Button>
      </FormEnd>
    </form>
  );
}
