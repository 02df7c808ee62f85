import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from '@/features/invitations/invitations.module.css';
import { Enrolment } from '@/features/session/enrolment';
import { SecondStepForm } from '@/features/session/second-step-form';
import { SignInForm, type Step } from '@/features/session/sign-in-form';
import { SignInWays } from '@/features/session/sign-in-ways';
import { Doorstep } from '@/kit/doorstep';

const route = getRouteApi('/sign-in');

export function SignInScene() {
  const { t } = useTranslation();
  const router = useRouter();
  const { back, refused } = route.useSearch();
  const [step, setStep] = useState<Step | null>(null);
  const done = () => { router.history.replace(back ?? '/'); };
  const again = () => { setStep(null); };
  if (step === 'second-factor-needed') {
    return (
      <Doorstep title={t('second.title')}>
        <SecondStepForm done={done} again={again} />
      </Doorstep>
    );
  }
  if (step === 'second-factor-enrolment-needed') {
    return (
      <Doorstep title={t('second.set_up')} lead={t('second.required')} wide>
        <Enrolment done={() => { window.location.assign(back ?? '/'); }} />
      </Doorstep>
    );
  }
  return (
    <Doorstep title={t('sign_in.title')} lead={back ? t('sign_in.expired') : undefined}>
      <SignInForm done={done} next={setStep} />
      <p className={classes.forgot}>
        <Link to="/forgotten">{t('forgotten.title')}</Link>
      </p>
      <SignInWays refused={refused ?? null} back={back ?? null} done={done} />
    </Doorstep>
  );
}
