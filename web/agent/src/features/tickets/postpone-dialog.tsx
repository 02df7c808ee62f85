import { useTranslation } from 'react-i18next';
import { TimeDialog } from '@/kit/time-dialog';

export function PostponeDialog({ opened, close, choose }: { opened: boolean; close: () => void; choose: (until: string) => void }) {
  const { t } = useTranslation();
  return <TimeDialog opened={opened} close={close} title={t('postpone.title')} verb={t('postpone.submit')} choose={choose} />;
}
