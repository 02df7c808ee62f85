import { LevelList } from '@/features/game/level-list';

/** The twelve levels. */
export function LevelsScene() {
  return <LevelList />;
}
