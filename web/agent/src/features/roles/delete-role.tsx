import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { Agent, Role } from '@/api/types';
import { useRoleName } from '@/features/agents/role-name';
import { Confirm } from '@/kit/confirm';
import { explain } from '@/kit/explain';
import { FormError } from '@/kit/form';
import { useDeleteRole } from './roles';

/** Its agents need another role before it goes. */
export function DeleteRole({ role, roles, agents, close }: { role: Role; roles: Role[]; agents: Agent[]; close: () => void }) {
  const { t } = useTranslation();
  const roleName = useRoleName();
  const affected = agents.filter((agent) => agent.role === role.name).length;
  const [successor, setSuccessor] = useState('agent');
  const remove = useDeleteRole();
  return (
    <Confirm
      opened
      close={close}
      title={t('common.delete_of', { name: role.name })}
      verb={t('common.delete')}
      busy={remove.isPending}
      act={() => { remove.mutate({ id: role.id, successor: affected > 0 ? successor : null }, { onSuccess: close }); }}
    >
      {affected > 0 && (
        <NativeSelect
          label={t('roles.successor', { count: affected })}
          value={successor}
          onChange={(e) => { setSuccessor(e.currentTarget.value); }}
          data={roles.filter((other) => other.id !== role.id && other.name !== 'owner').map(({ name }) => ({ value: name, label: roleName(name) }))}
        />
      )}
      <FormError message={remove.error ? explain(asProblem(remove.error), t) : null} />
    </Confirm>
  );
}
