import { Button, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { useAskReset } from '@/features/invitations/invitations';
import classes from '@/features/invitations/invitations.module.css';
import { Doorstep } from '@/kit/doorstep';
import { explain } from '@/kit/explain';
import { FormError } from '@/kit/form';

/** Asks for a new password by mail; the answer is the same for everybody. */
export function ForgottenScene() {
  const { t } = useTranslation();
  const [email, setEmail] = useState('');
  const ask = useAskReset();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate(email.trim());
  };
  return (
    <Doorstep title={t('forgotten.title')} lead={ask.isSuccess ? undefined : t('forgotten.lead')}>
      {ask.isSuccess ? (
        <p role="status">{t('forgotten.asked', { email: email.trim() })}</p>
      ) : (
        <form onSubmit={submit} noValidate>
          <TextInput label={t('sign_in.email')} type="email" name="email" autoComplete="username" value={email} onChange={(e) => { setEmail(e.currentTarget.value); }} autoFocus mb="lg" />
          <FormError message={ask.error && explain(asProblem(ask.error), t)} />
          <Button type="submit" fullWidth loading={ask.isPending} disabled={!email.trim()}>
            {t('forgotten.submit')}
          </Button>
        </form>
      )}
      <p className={classes.forgot}>
        <Link to="/sign-in">{t('forgotten.back')}</Link>
      </p>
    </Doorstep>
  );
}
