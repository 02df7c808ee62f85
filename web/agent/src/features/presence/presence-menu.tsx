import { Menu, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Presence } from '@/api/types';
import { useSession } from '@/features/session/session';
import { useCommands } from '@/kit/commands';
import { useChangePresence } from './change-presence';
import { pauseReasonsQuery, presenceQuery } from './presence';
import { PresenceMark } from './presence-mark';
import { TeamPresence } from './team-presence';
import classes from './presence.module.css';

/** Am I there? And why not. */
export function PresenceMenu({ narrow }: { narrow: boolean }) {
  const { t } = useTranslation();
  const { agent } = useSession();
  const { data: mine } = useQuery(presenceQuery(agent.id));
  const { data: reasons = [] } = useQuery(pauseReasonsQuery);
  const change = useChangePresence();
  const [team, { open, close }] = useDisclosure(false);
  const be = (state: Presence['state'], reason?: string) => { change.mutate({ agent: agent.id, state, ...(reason ? { reason } : {}) }); };
  const group = t('presence.title');
  useCommands([
    { id: 'presence-online', label: t('presence.be_online'), group, act: () => { be('online'); } },
    { id: 'presence-paused', label: t('presence.be_paused'), group, act: () => { be('paused'); } },
    ...reasons.map(({ id, name }) => ({ id: `presence-${id}`, label: t('presence.pause_for', { name }), group, act: () => { be('paused', name); } })),
    { id: 'presence-offline', label: t('presence.be_offline'), group, act: () => { be('offline'); } },
    { id: 'presence-team', label: t('presence.team'), group, act: open },
  ]);

  const state = mine?.state ?? 'offline';
  const words = state === 'paused' && mine?.reason ? `${t('presence.paused')}: ${mine.reason}` : t(`presence.${state}`);
  return (
    <>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <UnstyledButton className={classes.button} aria-label={t('presence.mine', { state: words })} title={words}>
            <PresenceMark state={state} />
            {!narrow && <span>{t(`presence.${state}`)}</span>}
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<PresenceMark state="online" />} onClick={() => { be('online'); }}>
            {t('presence.be_online')}
          </Menu.Item>
          <Menu.Item leftSection={<PresenceMark state="paused" />} onClick={() => { be('paused'); }}>
            {t('presence.be_paused')}
          </Menu.Item>
          {reasons.map(({ id, name }) => (
            <Menu.Item key={id} leftSection={<PresenceMark state="paused" />} onClick={() => { be('paused', name); }}>
              {t('presence.pause_for', { name })}
            </Menu.Item>
          ))}
          <Menu.Item leftSection={<PresenceMark state="offline" />} onClick={() => { be('offline'); }}>
            {t('presence.be_offline')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconUsers size={16} />} onClick={open}>
            {t('presence.team')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {team && <TeamPresence close={close} />}
    </>
  );
}
