import { useTranslation } from 'react-i18next';
import { Leaderboard } from '@/features/game/leaderboard';
import { Sheet } from '@/kit/sheet';

/** Who is ahead, by points or by any measure. */
export function BoardsScene() {
  const { t } = useTranslation();
  return (
    <Sheet title={t('game.board')} lead={t('game.board_lead')}>
      <Leaderboard />
    </Sheet>
  );
}
