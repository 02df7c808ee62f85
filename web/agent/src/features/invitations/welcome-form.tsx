import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { PASSWORD_MIN } from '@/api/limits';
import { asProblem } from '@/api/problem';
import type { Welcome } from '@/api/types';
import { explain } from '@/kit/explain';
import { FormError } from '@/kit/form';
import { useComeIn } from './invitations';

/** A first password, or a new one; an invited agent writes their name as colleagues shall read it. */
export function WelcomeForm({ token, welcome, done }: { token: string; welcome: Welcome; done: (password: string) => void }) {
  const { t } = useTranslation();
  const invited = welcome.kind === 'invitation';
  const [name, setName] = useState(welcome.name);
  const [password, setPassword] = useState('');
  const come = useComeIn();
  const problem = come.error && asProblem(come.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    come.mutate({ token, password, ...(invited && { name: name.trim() }) }, { onSuccess: () => { done(password); } });
  };
  return (
    <form onSubmit={submit} noValidate>
      <TextInput label={t('sign_in.email')} type="email" name="email" autoComplete="username" value={welcome.email} readOnly mb="md" />
      {invited && <TextInput label={t('common.person_name')} name="name" autoComplete="name" value={name} onChange={(e) => { setName(e.currentTarget.value); }} error={problem?.of('name')} mb="md" />}
      <PasswordInput
        label={t(invited ? 'welcome.password' : 'account.password_new')}
        description={t('account.password_hint', { count: PASSWORD_MIN })}
        name="password"
        autoComplete="new-password"
        value={password}
        onChange={(e) => { setPassword(e.currentTarget.value); }}
        error={problem?.of('password')}
        autoFocus
        mb="lg"
      />
      <FormError message={problem ? explain(problem, t) : null} />
      <Button type="submit" fullWidth loading={come.isPending} disabled={password.length < PASSWORD_MIN || !name.trim()}>
        {t('welcome.submit')}
      </Button>
    </form>
  );
}
