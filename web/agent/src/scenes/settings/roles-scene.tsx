import { Button, Modal } from '@mantine/core';
import { IconLock, IconPlus, IconUserShield } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '@/api/types';
import { agentsQuery, rolesQuery } from '@/features/agents/agents';
import { useRoleName } from '@/features/agents/role-name';
import { DeleteRole } from '@/features/roles/delete-role';
import { RoleForm } from '@/features/roles/role-form';
import { useCommands } from '@/kit/commands';
import { Line, Lines, Sheet } from '@/kit/sheet';
import { Failed, Waiting } from '@/kit/states';
import classes from './settings.module.css';

export function RolesScene() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(rolesQuery);
  const { data: agents = [] } = useQuery(agentsQuery);
  const roleName = useRoleName();
  const [edited, setEdited] = useState<Role | 'new' | null>(null);
  const [leaving, setLeaving] = useState<Role | null>(null);
  const close = () => { setEdited(null); };
  useCommands([{ id: 'role-add', label: t('roles.add'), group: t('settings.roles'), act: () => { setEdited('new'); } }]);
  return (
    <Sheet
      title={t('settings.roles')}
      lead={t('roles.lead')}
      action={
        <Button leftSection={<IconPlus size={16} />} onClick={() => { setEdited('new'); }}>
          {t('roles.add')}
        </Button>
      }
    >
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={4} height={48} />}
      <Lines label={t('settings.roles')}>
        {data?.map((role) => (
          <Line
            key={role.id}
            lead={role.built_in ? <IconLock size={18} stroke={1.6} aria-hidden="true" /> : <IconUserShield size={18} stroke={1.6} aria-hidden="true" />}
            title={
              <button type="button" className={classes.open} onClick={() => { setEdited(role); }}>
                {roleName(role.name)}
              </button>
            }
            detail={role.built_in ? t('roles.built_in') : null}
            facts={
              <>
                {t('roles.permissions', { count: role.permissions.length })}
                <br />
                {t('roles.agents', { count: agents.filter((agent) => agent.role === role.name).length })}
              </>
            }
            actions={
              !role.built_in && (
                <Button size="xs" variant="default" onClick={() => { setLeaving(role); }}>
                  {t('common.delete')}
                </Button>
              )
            }
          />
        ))}
      </Lines>
      <Modal opened={edited !== null} onClose={close} title={edited === 'new' ? t('roles.add') : edited && roleName(edited.name)} size="lg" centered>
        <RoleForm role={edited === 'new' ? null : edited} done={close} />
      </Modal>
      {leaving && <DeleteRole role={leaving} roles={data ?? []} agents={agents} close={() => { setLeaving(null); }} />}
    </Sheet>
  );
}
