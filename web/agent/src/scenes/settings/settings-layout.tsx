import {
  IconBuilding,
  IconClockHour9,
  IconForms,
  IconHistory,
  IconKey,
  IconListDetails,
  IconMailbox,
  IconMessage2Bolt,
  IconTag,
  IconTrash,
  IconUserCircle,
  IconUsers,
  IconShieldLock,
  IconUserShield,
  type Icon,
} from '@tabler/icons-react';
import { Link, Outlet, type LinkProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/features/session/session';
import classes from './settings.module.css';

function Entry({ to, icon: Icon, label, permission }: { to: LinkProps['to']; icon: Icon; label: string; permission?: string }) {
  const may = useMay(permission ?? '');
  if (permission && !may) return null;
  return (
    <li>
      <Link to={to} className={classes.entry} activeProps={{ 'aria-current': 'page' }}>
        <Icon size={17} stroke={1.6} aria-hidden="true" />
        {label}
      </Link>
    </li>
  );
}

export function SettingsLayout() {
  const { t } = useTranslation();
  return (
    <div className={classes.layout}>
      <nav className={classes.nav} aria-label={t('nav.settings')}>
        <ul>
          <Entry to="/settings/account" icon={IconUserCircle} label={t('account.title')} />
          <Entry to="/settings/departments" icon={IconBuilding} label={t('settings.departments')} permission="departments_manage" />
          <Entry to="/settings/business-hours" icon={IconClockHour9} label={t('settings.hours')} permission="departments_manage" />
          <Entry to="/settings/agents" icon={IconUsers} label={t('settings.agents')} permission="agents_manage" />
          <Entry to="/settings/roles" icon={IconUserShield} label={t('settings.roles')} permission="agents_manage" />
          <Entry to="/settings/sign-in" icon={IconShieldLock} label={t('settings.sign_in')} permission="workspace_manage" />
          <Entry to="/settings/mailboxes" icon={IconMailbox} label={t('settings.mailboxes')} permission="mailboxes_manage" />
          <Entry to="/settings/canned" icon={IconMessage2Bolt} label={t('settings.canned')} />
          <Entry to="/settings/tags" icon={IconTag} label={t('settings.tags')} permission="tags_manage" />
          <Entry to="/settings/fields" icon={IconForms} label={t('settings.fields')} permission="tags_manage" />
          <Entry to="/settings/words" icon={IconListDetails} label={t('settings.words')} permission="tags_manage" />
          <Entry to="/settings/tokens" icon={IconKey} label={t('settings.tokens')} />
          <Entry to="/settings/retention" icon={IconTrash} label={t('settings.retention')} permission="workspace_manage" />
          <Entry to="/settings/audit" icon={IconHistory} label={t('settings.audit')} permission="audit_read" />
        </ul>
      </nav>
      <div className={classes.content}>
        <Outlet />
      </div>
    </div>
  );
}
