import {
  IconBolt,
  IconBuilding,
  IconClockHour9,
  IconDeviceTv,
  IconForms,
  IconGauge,
  IconHistory,
  IconHome,
  IconHourglass,
  IconHourglassHigh,
  IconKey,
  IconListCheck,
  IconListDetails,
  IconMailbox,
  IconMailCog,
  IconMailForward,
  IconMessage2Bolt,
  IconMoodSmile,
  IconScale,
  IconShieldLock,
  IconSparkles,
  IconTag,
  IconTrash,
  IconUserCircle,
  IconUsers,
  IconUserShield,
  IconWebhook,
  type Icon,
} from '@tabler/icons-react';
import type { LinkProps } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { usePermissions } from '@/features/session/session';

export interface SettingsPage {
  id: string;
  to: NonNullable<LinkProps['to']>;
  icon: Icon;
  label: string;
}

export interface SettingsGroup {
  id: string;
  label: string;
  pages: SettingsPage[];
}

interface Entry extends Omit<SettingsPage, 'label'> {
  label: (t: TFunction) => string;
  /** Who may not see the page is not shown it. */
  permission?: string;
}

/** Every page of the configuration, once: the menu beside it and the command palette are made of this. */
const GROUPS: { id: string; label: (t: TFunction) => string; entries: Entry[] }[] = [
  {
    id: 'me',
    label: (t) => t('settings.group_me'),
    entries: [
      { id: 'account', to: '/settings/account', icon: IconUserCircle, label: (t) => t('account.title') },
      { id: 'tokens', to: '/settings/tokens', icon: IconKey, label: (t) => t('settings.tokens') },
    ],
  },
  {
    id: 'team',
    label: (t) => t('settings.group_team'),
    entries: [
      { id: 'agents', to: '/settings/agents', icon: IconUsers, label: (t) => t('settings.agents'), permission: 'agents_manage' },
      { id: 'skills', to: '/settings/skills', icon: IconSparkles, label: (t) => t('settings.skills'), permission: 'agents_manage' },
      { id: 'roles', to: '/settings/roles', icon: IconUserShield, label: (t) => t('settings.roles'), permission: 'agents_manage' },
      { id: 'departments', to: '/settings/departments', icon: IconBuilding, label: (t) => t('settings.departments'), permission: 'departments_manage' },
      { id: 'hours', to: '/settings/business-hours', icon: IconClockHour9, label: (t) => t('settings.hours'), permission: 'departments_manage' },
      { id: 'workload', to: '/settings/workload', icon: IconScale, label: (t) => t('settings.workload') },
    ],
  },
  {
    id: 'channels',
    label: (t) => t('settings.group_channels'),
    entries: [{ id: 'mailboxes', to: '/settings/mailboxes', icon: IconMailbox, label: (t) => t('settings.mailboxes'), permission: 'mailboxes_manage' }],
  },
  {
    id: 'tickets',
    label: (t) => t('settings.group_tickets'),
    entries: [
      { id: 'canned', to: '/settings/canned', icon: IconMessage2Bolt, label: (t) => t('settings.canned') },
      { id: 'templates', to: '/settings/templates', icon: IconMailCog, label: (t) => t('settings.templates'), permission: 'texts_manage' },
      { id: 'answers', to: '/settings/predefined-answers', icon: IconMailForward, label: (t) => t('settings.answers') },
      { id: 'tags', to: '/settings/tags', icon: IconTag, label: (t) => t('settings.tags'), permission: 'tags_manage' },
      { id: 'fields', to: '/settings/fields', icon: IconForms, label: (t) => t('settings.fields'), permission: 'tags_manage' },
      { id: 'words', to: '/settings/words', icon: IconListDetails, label: (t) => t('settings.words'), permission: 'tags_manage' },
      { id: 'ratings', to: '/settings/ratings', icon: IconMoodSmile, label: (t) => t('settings.ratings'), permission: 'ratings_manage' },
    ],
  },
  {
    id: 'automation',
    label: (t) => t('settings.group_automation'),
    entries: [
      { id: 'rules', to: '/settings/rules', icon: IconBolt, label: (t) => t('settings.rules'), permission: 'rules_manage' },
      { id: 'time-rules', to: '/settings/time-rules', icon: IconHourglass, label: (t) => t('settings.time_rules'), permission: 'rules_manage' },
      { id: 'sla', to: '/settings/sla', icon: IconHourglassHigh, label: (t) => t('settings.sla'), permission: 'departments_manage' },
      { id: 'sla-log', to: '/settings/sla-log', icon: IconListCheck, label: (t) => t('settings.sla_log') },
      { id: 'webhooks', to: '/settings/webhooks', icon: IconWebhook, label: (t) => t('settings.webhooks'), permission: 'rules_manage' },
    ],
  },
  {
    id: 'system',
    label: (t) => t('settings.group_system'),
    entries: [
      { id: 'workspace', to: '/settings/workspace', icon: IconHome, label: (t) => t('settings.workspace'), permission: 'workspace_manage' },
      { id: 'sign-in', to: '/settings/sign-in', icon: IconShieldLock, label: (t) => t('settings.sign_in'), permission: 'workspace_manage' },
      { id: 'wall', to: '/settings/wall', icon: IconDeviceTv, label: (t) => t('settings.wall'), permission: 'workspace_manage' },
      { id: 'kpis', to: '/settings/kpis', icon: IconGauge, label: (t) => t('settings.kpis'), permission: 'workspace_manage' },
      { id: 'retention', to: '/settings/retention', icon: IconTrash, label: (t) => t('settings.retention'), permission: 'workspace_manage' },
      { id: 'audit', to: '/settings/audit', icon: IconHistory, label: (t) => t('settings.audit'), permission: 'audit_read' },
    ],
  },
];

/** The pages this agent may open, in groups; a group with none is left out. */
export function useSettings(): SettingsGroup[] {
  const { t } = useTranslation();
  const may = usePermissions();
  return GROUPS.map(({ id, label, entries }) => ({
    id,
    label: label(t),
    pages: entries
      .filter(({ permission }) => permission === undefined || may(permission))
      .map(({ id: page, to, icon, label: name }) => ({ id: page, to, icon, label: name(t) })),
  })).filter(({ pages }) => pages.length > 0);
}
