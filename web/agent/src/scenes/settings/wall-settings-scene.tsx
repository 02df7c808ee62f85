import { useTranslation } from 'react-i18next';
import { ScreenList } from '@/features/screens/screen-list';
import { OutletList } from '@/features/wall/outlet-list';
import { Sheet } from '@/kit/sheet';

/** Where else what happens here is seen: on televisions in the office, and in the company's chats. */
export function WallSettingsScene() {
  const { t } = useTranslation();
  return (
    <Sheet title={t('settings.wall')} lead={t('wall.settings_lead')}>
      <ScreenList />
      <OutletList />
    </Sheet>
  );
}
