import { IconAward, IconChartArrowsVertical, IconChecklist, IconHeart, IconListNumbers, IconShoppingBag, IconStairsUp, IconUserStar, IconWallet, type Icon } from '@tabler/icons-react';
import type { LinkProps } from '@tanstack/react-router';
import type { TFunction } from 'i18next';

export interface GameSection {
  id: string;
  to: NonNullable<LinkProps['to']>;
  icon: Icon;
  label: (t: TFunction) => string;
}

/** Every page of the game, once: the menu beside it and the command palette are made of this. */
export const GAME_SECTIONS: GameSection[] = [
  { id: 'mine', to: '/game', icon: IconUserStar, label: (t) => t('game.mine_title') },
  { id: 'boards', to: '/game/boards', icon: IconChartArrowsVertical, label: (t) => t('game.board') },
  { id: 'badges', to: '/game/badges', icon: IconAward, label: (t) => t('game.badges') },
  { id: 'contests', to: '/game/contests', icon: IconTrophy, label: (t) => t('contest.title') },
  { id: 'wall', to: '/game/wall', icon: IconConfetti, label: (t) => t('wall.title') },
  { id: 'quests', to: '/game/quests', icon: IconChecklist, label: (t) => t('quest.title') },
  { id: 'kudos', to: '/game/kudos', icon: IconHeart, label: (t) => t('kudos.title') },
  { id: 'shop', to: '/game/shop', icon: IconShoppingBag, label: (t) => t('shop.title') },
  { id: 'wallet', to: '/game/wallet', icon: IconWallet, label: (t) => t('coins.title') },
  { id: 'levels', to: '/game/levels', icon: IconStairsUp, label: (t) => t('game.levels') },
  { id: 'points', to: '/game/points', icon: IconListNumbers, label: (t) => t('game.points_metric') },
];
