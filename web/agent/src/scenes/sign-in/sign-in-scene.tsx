import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { SignInForm } from '@/features/session/sign-in-form';
import { Doorstep } from '@/kit/doorstep';

const route = getRouteApi('/sign-in');

export function SignInScene() {
  const { t } = useTranslation();
  const router = useRouter();
  const { back } = route.useSearch();
  return (
    <Doorstep title={t('sign_in.title')} lead={back ? t('sign_in.expired') : undefined}>
      <SignInForm done={() => { router.history.replace(back ?? '/'); }} />
    </Doorstep>
  );
}
