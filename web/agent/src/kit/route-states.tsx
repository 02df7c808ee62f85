import { IconMapPinOff } from '@tabler/icons-react';
import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Empty, Failed } from './states';

export function RouteFailed({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return <Failed error={error} retry={retry} />;
}

export function RouteMissing() {
  const { t } = useTranslation();
  return (
    <Empty icon={<IconMapPinOff size={28} />} title={t('failed.no_page')}>
      <Link to="/">{t('failed.to_inbox')}</Link>
    </Empty>
  );
}
