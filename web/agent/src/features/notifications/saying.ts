import type { TFunction } from 'i18next';
import type { Notification } from '@/api/types';

/** What happened, as one says it; who did it stands first where somebody did. */
export function saying({ kind, by, count, department, from_agent: from, prize }: Notification, t: TFunction): string {
  const name = by?.name ?? t('notification.somebody');
  switch (kind) {
    case 'mentioned':
      return t('notification.mentioned', { name });
    case 'assigned':
      return by ? t('notification.assigned', { name }) : t('notification.assigned_by_rule');
    case 'customer_answered':
      return t('notification.customer_answered', { name });
    case 'not_delivered':
      return t('notification.not_delivered');
    case 'woke':
      return t('notification.woke');
    case 'inherited':
      return t('notification.inherited', { count: count ?? 1, name: from ?? t('notification.somebody') });
    case 'rule_noticed':
      return t('notification.rule_noticed', { name });
    case 'rule_broke':
      return t('notification.rule_broke');
    case 'rated':
      return t('notification.rated', { name });
    case 'team_overloaded':
      return t('workload.overloaded', { name: department?.name ?? '' });
    case 'badge_won':
      return t('notification.badge_won', { name: prize?.name ?? '' });
    case 'badge_lost':
      return t('notification.badge_lost', { name: prize?.name ?? '' });
    case 'level_reached':
      return t('notification.level_reached', { name: prize?.name ?? '' });
    case 'kudos_received':
      return t('notification.kudos_received', { name, words: prize?.name ?? '' });
    case 'quest_completed':
      return t('notification.quest_completed', { name: prize?.name ?? '' });
    case 'quest_undone':
      return t('notification.quest_undone', { name: prize?.name ?? '' });
    case 'order_placed':
      return t('notification.order_placed', { name, item: prize?.name ?? '' });
    case 'order_changed':
      return t('notification.order_changed', { item: prize?.name ?? '' });
    case 'contest_opened':
      return t('notification.contest_opened', { name: prize?.name ?? '' });
    case 'contest_won':
      return t('notification.contest_won', { name: prize?.name ?? '' });
    case 'coached':
      return t('notification.coached', { name });
    case 'coaching_answered':
      return t('notification.coaching_answered', { name });
    case 'goal_set':
      return t('notification.goal_set', { name });
    case 'praised':
      return t('notification.praised', { name });
    case 'wall_commented':
      return t('notification.wall_commented', { name });
    case 'noted':
      return t('notification.noted', { name });
  }
}
