import { IconAward, IconChartArrowsVertical, IconChecklist, IconConfetti, IconFlag, IconHeart, IconListNumbers, IconShoppingBag, IconStairsUp, IconTarget, IconTrophy, IconUserStar, IconWallet, type Icon } from '@tabler/icons-react';
import type { LinkProps } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { subjectsQuery } from '@/features/coaching/coaching';

export interface GameSection {
  id: string;
  to: NonNullable<LinkProps['to']>;
  icon: Icon;
  label: (t: TFunction) => string;
  /** Only who leads agents is shown it. */
  forLeads?: boolean;
}

/** Every page of the game, once: the menu beside it and the command palette are made of this. */
const SECTIONS: GameSection[] = [
  { id: 'mine', to: '/game', icon: IconUserStar, label: (t) => t('game.mine_title') },
  { id: 'quests', to: '/game/quests', icon: IconChecklist, label: (t) => t('quest.title') },
  { id: 'badges', to: '/game/badges', icon: IconAward, label: (t) => t('game.badges') },
  { id: 'levels', to: '/game/levels', icon: IconStairsUp, label: (t) => t('game.levels') },
  { id: 'points', to: '/game/points', icon: IconListNumbers, label: (t) => t('game.points_metric') },
  { id: 'boards', to: '/game/boards', icon: IconChartArrowsVertical, label: (t) => t('game.board') },
  { id: 'contests', to: '/game/contests', icon: IconTrophy, label: (t) => t('contest.title') },
  { id: 'wall', to: '/game/wall', icon: IconConfetti, label: (t) => t('wall.title') },
  { id: 'kudos', to: '/game/kudos', icon: IconHeart, label: (t) => t('kudos.title') },
  { id: 'shop', to: '/game/shop', icon: IconShoppingBag, label: (t) => t('shop.title') },
  { id: 'wallet', to: '/game/wallet', icon: IconWallet, label: (t) => t('coins.title') },
  { id: 'coaching', to: '/game/coaching', icon: IconTarget, label: (t) => t('coaching.title') },
  { id: 'fair-play', to: '/game/fair-play', icon: IconFlag, label: (t) => t('fair_play.title'), forLeads: true },
];

/** Those the reader is shown. */
export function useGameSections(): GameSection[] {
  const { data: leads = false } = useQuery({ ...subjectsQuery, select: ({ agents }) => agents.length > 0 });
  return SECTIONS.filter(({ forLeads = false }) => leads || !forLeads);
}
