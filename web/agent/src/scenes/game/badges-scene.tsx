import { BadgeList } from '@/features/game/badge-list';
import { GameSettings } from '@/features/game/game-settings';

/** Which badges there are and who holds them; for whoever manages the workspace, how they are set. */
export function BadgesScene() {
  return (
    <BadgeList>
      <GameSettings />
    </BadgeList>
  );
}
