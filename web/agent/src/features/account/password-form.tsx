import { Button, PasswordInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { PASSWORD_MIN } from '@/api/limits';
import { asProblem } from '@/api/problem';
import { explain } from '@/kit/explain';
import { Columns, FormEnd, FormError } from '@/kit/form';
import { told } from '@/kit/toast';
import { useChangePassword } from './account';


export function PasswordForm() {
  const { t } = useTranslation();
  const [current, setCurrent] = useState('');
  const [fresh, setFresh] = useState('');
  const change = useChangePassword();
  const problem = change.error && asProblem(change.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      { current, new: fresh },
      {
        onSuccess: () => {
          setCurrent('');
          setFresh('');
          told(t('account.password_changed'));
        },
      },
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      <Columns>
        <PasswordInput label={t('account.password_current')} value={current} onChange={(e) => { setCurrent(e.currentTarget.value); }} error={problem?.of('current')} autoComplete="current-password" />
        <PasswordInput label={t('account.password_new')} value={fresh} onChange={(e) => { setFresh(e.currentTarget.value); }} error={problem?.of('new')} description={t('account.password_hint', { count: PASSWORD_MIN })} autoComplete="new-password" />
      </Columns>
      <FormError message={problem && problem.errors.length === 0 ? explain(problem, t) : null} />
      <FormEnd>
        <Button type="submit" variant="default" loading={change.isPending} disabled={!current || fresh.length < PASSWORD_MIN}>
          {t('account.password_change')}
        </Button>
      </FormEnd>
    </form>
  );
}
