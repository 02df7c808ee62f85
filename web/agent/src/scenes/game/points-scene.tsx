import { useTranslation } from 'react-i18next';
import { PointLedger } from '@/features/game/point-ledger';
import { PointRules } from '@/features/game/point-rules';
import { Sheet } from '@/kit/sheet';

/** Every point one got, and what there are points for. */
export function PointsScene() {
  const { t } = useTranslation();
  return (
    <Sheet title={t('game.points_metric')} lead={t('game.points_lead')}>
      <PointLedger />
      <PointRules />
    </Sheet>
  );
}
