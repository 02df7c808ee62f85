import { useQuery } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { welcomeQuery } from '@/features/invitations/invitations';
import classes from '@/features/invitations/invitations.module.css';
import { WelcomeForm } from '@/features/invitations/welcome-form';
import { useSignIn } from '@/features/session/session';
import { SignInWays } from '@/features/session/sign-in-ways';
import { Doorstep } from '@/kit/doorstep';
import { explain } from '@/kit/explain';
import { FormError } from '@/kit/form';

/** Where the link of an invitation or a reset leads; what makes it a key stands after the # and is never sent with an address. */
export function WelcomeScene() {
  const { t } = useTranslation();
  const router = useRouter();
  const [token] = useState(() => window.location.hash.slice(1));
  const { data, error } = useQuery(welcomeQuery(token));
  const signIn = useSignIn();
  const enter = (email: string, password: string) => {
    // Whoever must show a second factor does so on the page that knows how.
    signIn.mutate({ email, password }, { onSuccess: () => { router.history.replace('/'); }, onError: () => { router.history.replace('/sign-in'); } });
  };
  const problem = error && asProblem(error);
  if (problem || token === '') {
    const over = !problem || problem.status === 404;
    return (
      <Doorstep title={t('welcome.over')}>
        {over ? <p>{t('welcome.over_hint')}</p> : <FormError message={explain(problem, t)} />}
        <p className={classes.forgot}>
          <Link to="/forgotten">{t('forgotten.title')}</Link> · <Link to="/sign-in">{t('sign_in.title')}</Link>
        </p>
      </Doorstep>
    );
  }
  if (!data) return <Doorstep title={t('welcome.wait')}>{null}</Doorstep>;
  const invited = data.kind === 'invitation';
  return (
    <Doorstep title={invited ? t('welcome.title', { name: data.workspace }) : t('welcome.reset')} lead={invited ? t('welcome.lead') : t('welcome.reset_lead')}>
      {data.password ? (
        <WelcomeForm token={token} welcome={data} done={(password) => { enter(data.email, password); }} />
      ) : (
        <SignInWays refused={null} back={null} done={() => { router.history.replace('/'); }} />
      )}
    </Doorstep>
  );
}
