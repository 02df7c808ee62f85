import { Menu, UnstyledButton } from '@mantine/core';
import { IconKeyboard, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Face } from '@/kit/face';
import { useSession, useSignOut } from './session';
import classes from './account-menu.module.css';

export function AccountMenu({ showShortcuts }: { showShortcuts: () => void }) {
  const { t } = useTranslation();
  const { agent } = useSession();
  const signOut = useSignOut();
  return (
    <Menu position="bottom-end" width={232}>
      <Menu.Target>
        <UnstyledButton className={classes.button} aria-label={t('account.menu', { name: agent.name })}>
          <Face name={agent.name} size={28} picture={agent.avatar_url} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.who}>
          <strong>{agent.name}</strong>
          <span>{agent.email}</span>
        </div>
        <Menu.Divider />
        <Menu.Item leftSection={<IconUserCircle size={16} />} component={Link} to="/settings/account">
          {t('account.title')}
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={showShortcuts}>
          {t('shortcuts.title')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => { signOut.mutate(); }}>
          {t('account.sign_out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
