import { Button, Checkbox, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { Role } from '@/api/types';
import { rolesQuery } from '@/features/agents/agents';
import { useRoleName } from '@/features/agents/role-name';
import { useSession } from '@/features/session/session';
import { explain } from '@/kit/explain';
import { FormEnd, FormError } from '@/kit/form';
import { knownPermissions } from './permissions';
import { useAddRole, useChangeRole } from './roles';
import classes from './roles.module.css';

/** What a role allows, each permission explained; built-in ones are read only, what one lacks oneself can't be given. */
export function RoleForm({ role, done }: { role: Role | null; done: () => void }) {
  const { t } = useTranslation();
  const { permissions: mine } = useSession();
  const { data: roles = [] } = useQuery(rolesQuery);
  const roleName = useRoleName();
  const [name, setName] = useState(role ? roleName(role.name) : '');
  const [chosen, setChosen] = useState<string[]>(role?.permissions ?? []);
  const add = useAddRole();
  const change = useChangeRole();
  const error = add.error ?? change.error;
  const problem = error && asProblem(error);
  const fixed = role?.built_in ?? false;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const words = { name: name.trim(), permissions: chosen };
    if (role) change.mutate({ id: role.id, ...words }, { onSuccess: done });
    else add.mutate(words, { onSuccess: done });
  };
  const toggle = (permission: string) => {
    setChosen((before) => (before.includes(permission) ? before.filter((one) => one !== permission) : [...before, permission]));
  };
  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <TextInput label={t('common.name')} value={name} onChange={(e) => { setName(e.currentTarget.value); }} error={problem?.of('name')} disabled={fixed} data-autofocus />
      <fieldset className={classes.permissions}>
        <legend>{t('roles.may')}</legend>
        {knownPermissions(roles).map((permission) => (
          <Checkbox
            key={permission}
            label={t(`permission.${permission}.name`, permission)}
            description={t(`permission.${permission}.hint`, '')}
            checked={chosen.includes(permission)}
            onChange={() => { toggle(permission); }}
            disabled={fixed || (!mine.includes(permission) && !chosen.includes(permission))}
          />
        ))}
      </fieldset>
      <FormError message={problem && !problem.of('name') ? explain(problem, t) : null} />
      {!fixed && (
        <FormEnd>
          <Button type="submit" loading={add.isPending || change.isPending} disabled={!name.trim()}>
            {t(role ? 'common.save' : 'common.add')}
          </Button>
        </FormEnd>
      )}
    </form>
  );
}
