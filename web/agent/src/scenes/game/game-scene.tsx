import { BadgeList } from '@/features/game/badge-list';
import { GameSettings } from '@/features/game/game-settings';
import classes from '@/features/game/game.module.css';
import { Leaderboard } from '@/features/game/leaderboard';
import { MyGame } from '@/features/game/my-game';
import { useTranslation } from 'react-i18next';
import { Sheet } from '@/kit/sheet';

/** My level and badges, who holds what, and the board. */
export function GameScene() {
  const { t } = useTranslation();
  return (
    <div className={classes.page}>
      <Sheet title={t('game.title')} lead={t('game.lead')}>
        <MyGame />
        <Leaderboard />
        <BadgeList />
        <GameSettings />
      </Sheet>
    </div>
  );
}
