import { Button, NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { PASSWORD_MIN } from '@/api/limits';
import { asProblem } from '@/api/problem';
import type { Agent } from '@/api/types';
import { FormEnd, FormError } from '@/kit/form';
import { useSeen } from '@/kit/seen';
import { rolesQuery } from './agents';
import { useAddAgent, useChangeAgent } from './edit-agent';
import { useRoleName } from './role-name';
import classes from './agents.module.css';

const DEFAULT_ROLE = 'agent';

export function AgentForm({ agent, done }: { agent: Agent | null; done: () => void }) {
  const { t } = useTranslation();
  const { data: roles = [] } = useQuery(rolesQuery);
  const roleName = useRoleName();
  const [words, setWords] = useState({ name: agent?.name ?? '', email: agent?.email ?? '', alias: agent?.alias ?? '', role: agent?.role ?? DEFAULT_ROLE, password: '' });
  const set = (part: Partial<typeof words>) => { setWords((before) => ({ ...before, ...part })); };
  const add = useAddAgent();
  const change = useChangeAgent();
  const seen = useSeen(agent?.version);
  const problem = add.error ?? change.error;
  const told = problem && asProblem(problem);
  const names = roles.length > 0 ? roles.map((role) => role.name) : [words.role];

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { name, email, alias, role, password } = words;
    if (agent) change.mutate({ id: agent.id, seen: seen.headers, name, alias, role }, { onError: seen.onError, onSuccess: done });
    else add.mutate({ name, email, role, ...(alias && { alias }), ...(password && { password }) }, { onSuccess: done });
  };

  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <TextInput label={t('common.person_name')} value={words.name} onChange={(e) => { set({ name: e.currentTarget.value }); }} error={told?.of('name')} data-autofocus />
      <TextInput label={t('sign_in.email')} type="email" value={words.email} onChange={(e) => { set({ email: e.currentTarget.value }); }} disabled={agent !== null} error={told?.of('email')} />
      <TextInput label={t('agent.alias')} description={t('agent.alias_hint')} value={words.alias} onChange={(e) => { set({ alias: e.currentTarget.value }); }} />
      <NativeSelect label={t('agent.role')} value={words.role} onChange={(e) => { set({ role: e.currentTarget.value }); }} data={names.map((name) => ({ value: name, label: roleName(name) }))} error={told?.of('role')} />
      {!agent && (
        <PasswordInput
          label={t('agent.first_password')}
          description={t('account.password_hint', { count: PASSWORD_MIN })}
          value={words.password}
          onChange={(e) => { set({ password: e.currentTarget.value }); }}
          autoComplete="new-password"
          error={told?.of('password')}
        />
      )}
      <FormError message={seen.message(problem)} />
      <FormEnd>
        <Button type="submit" loading={add.isPending || change.isPending} disabled={!words.name.trim() || !words.email.trim()}>
          {t(agent ? 'common.save' : 'common.add')}
        </Button>
      </FormEnd>
    </form>
  );
}
