import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem, type Problem } from '@/api/problem';
import { explain } from '@/kit/explain';
import { FormError } from '@/kit/form';
import { useSignIn } from './session';

/** The password was right, and something else is asked. */
export type Step = 'second-factor-needed' | 'second-factor-enrolment-needed';

const isStep = (code: string): code is Step => code === 'second-factor-needed' || code === 'second-factor-enrolment-needed';

function useRefusal(problem: Problem | null) {
  const { t } = useTranslation();
  if (!problem) return null;
  if (isStep(problem.code)) return null;
  return problem.status === 401 ? t('sign_in.wrong') : explain(problem, t);
}

export function SignInForm({ done, next }: { done: () => void; next: (step: Step) => void }) {
  const { t } = useTranslation();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useSignIn();
  const refusal = useRefusal(signIn.error ? asProblem(signIn.error) : null);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ email: email.trim(), password }, {
      onSuccess: done,
      onError: (error) => {
        const { code } = asProblem(error);
        if (isStep(code)) next(code);
      },
    });
  };

  return (
    <form onSubmit={submit} noValidate>
      <TextInput
        label={t('sign_in.email')}
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        onChange={(e) => { setEmail(e.currentTarget.value); }}
        required
        withAsterisk={false}
        autoFocus
        mb="md"
      />
      <PasswordInput
        label={t('sign_in.password')}
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={(e) => { setPassword(e.currentTarget.value); }}
        required
        withAsterisk={false}
        mb="lg"
      />
      <FormError message={refusal} />
      <Button type="submit" fullWidth loading={signIn.isPending} disabled={!email || !password}>
        {t('sign_in.submit')}
      </Button>
    </form>
  );
}
