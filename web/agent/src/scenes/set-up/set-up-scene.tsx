import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { SetupForm } from '@/features/setup/setup-form';
import { Doorstep } from '@/kit/doorstep';

export function SetUpScene() {
  const { t } = useTranslation();
  const router = useRouter();
  return (
    <Doorstep wide title={t('setup.title')} lead={t('setup.lead')}>
      <SetupForm done={() => { router.history.replace('/'); }} />
    </Doorstep>
  );
}
