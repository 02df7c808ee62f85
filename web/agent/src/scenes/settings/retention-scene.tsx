import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { purgeQuery } from '@/features/purge/purge';
import { PurgeForm } from '@/features/purge/purge-form';
import { Sheet } from '@/kit/sheet';
import { Failed, Waiting } from '@/kit/states';

export function RetentionScene() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(purgeQuery);
  return (
    <Sheet title={t('settings.retention')} lead={t('purge.lead')}>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={2} height={48} />}
      {data && <PurgeForm key={String(data.after_days)} purge={data} />}
    </Sheet>
  );
}
