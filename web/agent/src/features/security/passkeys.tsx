import { Button, Modal, PasswordInput, TextInput } from '@mantine/core';
import { IconFingerprint, IconPlus } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { patch, post, remove } from '@/api/client';
import { asProblem } from '@/api/problem';
import { keys } from '@/api/query-client';
import type { Passkey, Security } from '@/api/types';
import { knowsPasskeys, makePasskey } from '@/features/session/passkey';
import { useAct } from '@/kit/act';
import { Confirm } from '@/kit/confirm';
import { explain } from '@/kit/explain';
import { FormEnd, FormError } from '@/kit/form';
import { Line, Lines } from '@/kit/sheet';
import { When } from '@/kit/time';
import classes from './security.module.css';

const useAddPasskey = () =>
  useAct(
    async ({ name, password }: { name: string; password: string }) => {
      const credential = await makePasskey(password);
      return credential ? post<Passkey>('/me/passkeys', { name, credential }) : null;
    },
    [keys.security],
    true,
  );

const useRenamePasskey = () => useAct(({ id, name }: { id: string; name: string }) => patch<unknown>(`/me/passkeys/${id}`, { name }), [keys.security], true);

const useRemovePasskey = () => useAct((id: string) => remove(`/me/passkeys/${id}`), [keys.security]);

function NameForm({ passkey, withPassword, done }: { passkey: Passkey | null; withPassword: boolean; done: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState(passkey?.name ?? '');
  const [password, setPassword] = useState('');
  const add = useAddPasskey();
  const rename = useRenamePasskey();
  const error = add.error ?? rename.error;
  const problem = error && asProblem(error);
  const asks = !passkey && withPassword;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (passkey) rename.mutate({ id: passkey.id, name: name.trim() }, { onSuccess: done });
    else add.mutate({ name: name.trim(), password }, { onSuccess: (made) => { if (made) done(); } });
  };
  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <TextInput label={t('common.name')} description={t('passkey.name_hint')} value={name} onChange={(e) => { setName(e.currentTarget.value); }} error={problem?.of('name')} data-autofocus />
      {asks && (
        <PasswordInput label={t('account.password_current')} value={password} onChange={(e) => { setPassword(e.currentTarget.value); }} error={problem?.of('password')} autoComplete="current-password" />
      )}
      <FormError message={problem && problem.errors.length === 0 ? explain(problem, t) : null} />
      <FormEnd>
        <Button type="submit" loading={add.isPending || rename.isPending} disabled={!name.trim() || (asks && !password)}>
          {t(passkey ? 'common.save' : 'passkey.add')}
        </Button>
      </FormEnd>
    </form>
  );
}

export function Passkeys({ security }: { security: Security }) {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<Passkey | 'new' | null>(null);
  const [leaving, setLeaving] = useState<Passkey | null>(null);
  const drop = useRemovePasskey();
  const close = () => { setEdited(null); };
  const stay = () => { setLeaving(null); };
  return (
    <>
      <Lines label={t('passkey.title')}>
        {security.passkeys.map((passkey) => (
          <Line
            key={passkey.id}
            lead={<IconFingerprint size={18} stroke={1.6} aria-hidden="true" />}
            title={passkey.name}
            detail={t('passkey.title')}
            facts={passkey.used_at ? <When at={passkey.used_at} /> : t('token.never_used')}
            actions={
              <>
                <Button size="xs" variant="default" onClick={() => { setEdited(passkey); }}>
                  {t('common.edit')}
                </Button>
                <Button size="xs" variant="default" onClick={() => { setLeaving(passkey); }}>
                  {t('token.revoke')}
                </Button>
              </>
            }
          />
        ))}
      </Lines>
      {knowsPasskeys() && (
        <Button mt="md" variant="default" leftSection={<IconPlus size={16} />} onClick={() => { setEdited('new'); }}>
          {t('passkey.add')}
        </Button>
      )}
      <Modal opened={edited !== null} onClose={close} title={edited === 'new' ? t('passkey.add') : t('common.edit')} centered>
        <NameForm passkey={edited === 'new' ? null : edited} withPassword={security.has_password} done={close} />
      </Modal>
      <Confirm
        opened={leaving !== null}
        close={stay}
        title={t('token.revoke_title', { name: leaving?.name ?? '' })}
        verb={t('token.revoke')}
        busy={drop.isPending}
        act={() => { if (leaving) drop.mutate(leaving.id, { onSuccess: stay }); }}
      >
        <p>{t('passkey.revoke_hint')}</p>
      </Confirm>
    </>
  );
}
