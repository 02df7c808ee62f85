import { Button, NativeSelect, PasswordInput, SegmentedControl, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { PASSWORD_MIN } from '@/api/limits';
import { asProblem } from '@/api/problem';
import type { Agent } from '@/api/types';
import { useInvite } from '@/features/invitations/invitations';
import { explain } from '@/kit/explain';
import { FormEnd, FormError } from '@/kit/form';
import { rolesQuery } from './agents';
import { useAddAgent } from './edit-agent';
import { useRoleName } from './role-name';
import classes from './agents.module.css';

const DEFAULT_ROLE = 'agent';

/** How a new agent comes in; single sign-on needs nothing of us. */
const WAYS = ['mail', 'password', 'none'] as const;
type Way = (typeof WAYS)[number];

/** The least there must be of a new agent; the rest is on their page. */
export function AgentForm({ done }: { done: (made: Agent) => void }) {
  const { t } = useTranslation();
  const { data: roles = [] } = useQuery(rolesQuery);
  const roleName = useRoleName();
  const [words, setWords] = useState({ name: '', email: '', role: DEFAULT_ROLE, password: '' });
  const [way, setWay] = useState<Way>('mail');
  const invite = useInvite();
  const set = (part: Partial<typeof words>) => { setWords((before) => ({ ...before, ...part })); };
  const add = useAddAgent();
  const problem = add.error && asProblem(add.error);
  const names = roles.length > 0 ? roles.map((role) => role.name) : [words.role];

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { name, email, role, password } = words;
    add.mutate(
      { name, email, role, ...(way === 'password' && { password }) },
      {
        onSuccess: (made) => {
          if (way === 'mail') invite.mutate({ agent: made.id, mail: true });
          done(made);
        },
      },
    );
  };

  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <TextInput label={t('common.person_name')} value={words.name} onChange={(e) => { set({ name: e.currentTarget.value }); }} error={problem?.of('name')} data-autofocus />
      <TextInput label={t('sign_in.email')} type="email" value={words.email} onChange={(e) => { set({ email: e.currentTarget.value }); }} error={problem?.of('email')} />
      <NativeSelect label={t('agent.role')} value={words.role} onChange={(e) => { set({ role: e.currentTarget.value }); }} data={names.map((name) => ({ value: name, label: roleName(name) }))} error={problem?.of('role')} />
      <SegmentedControl
        aria-label={t('agent.way')}
        value={way}
        onChange={(value) => { setWay(WAYS.find((one) => one === value) ?? 'mail'); }}
        data={WAYS.map((value) => ({ value, label: t(`agent.way_${value}`) }))}
      />
      {way === 'password' && (
        <PasswordInput
          label={t('agent.first_password')}
          description={t('account.password_hint', { count: PASSWORD_MIN })}
          value={words.password}
          onChange={(e) => { set({ password: e.currentTarget.value }); }}
          autoComplete="new-password"
          error={problem?.of('password')}
        />
      )}
      <FormError message={problem ? explain(problem, t) : null} />
      <FormEnd>
        <Button type="submit" loading={add.isPending} disabled={!words.name.trim() || !words.email.trim()}>
          {t('common.add')}
        </Button>
      </FormEnd>
    </form>
  );
}
