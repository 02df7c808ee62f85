import { Button, Modal, PasswordInput, TextInput } from '@mantine/core';
import { IconDeviceMobile, IconListNumbers } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { AppOffer, Security } from '@/api/types';
import { explain } from '@/kit/explain';
import { FormEnd, FormError } from '@/kit/form';
import { Line, Lines } from '@/kit/sheet';
import { When } from '@/kit/time';
import { RecoveryCodes } from './recovery-codes';
import { useBeginTotp, useConfirmTotp, useRemoveTotp, useRenewRecoveryCodes } from './security';
import { TotpOffer } from './totp-offer';
import classes from './security.module.css';

type Doing = 'set-up' | 'remove' | 'renew';

/** The password once more, and for a removal the code as well: a browser left open is not enough. */
function Proof({ withPassword, withCode, verb, prove, busy, error }: {
  withPassword: boolean;
  withCode: boolean;
  verb: string;
  prove: (password: string, code: string) => void;
  busy: boolean;
  error: unknown;
}) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const problem = error ? asProblem(error) : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    prove(password, code.trim());
  };
  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      {withPassword && (
        <PasswordInput
          label={t('account.password_current')}
          value={password}
          onChange={(e) => { setPassword(e.currentTarget.value); }}
          error={problem?.of('password')}
          autoComplete="current-password"
          data-autofocus
        />
      )}
      {withCode && (
        <TextInput
          label={t('second.code')}
          value={code}
          onChange={(e) => { setCode(e.currentTarget.value); }}
          error={problem?.of('code')}
          autoComplete="one-time-code"
        />
      )}
      <FormError message={problem && problem.errors.length === 0 ? explain(problem, t) : null} />
      <FormEnd>
        <Button type="submit" loading={busy} disabled={(withPassword && !password) || (withCode && !code.trim())}>
          {verb}
        </Button>
      </FormEnd>
    </form>
  );
}

function SetUp({ withPassword, done }: { withPassword: boolean; done: () => void }) {
  const { t } = useTranslation();
  const begin = useBeginTotp();
  const confirm = useConfirmTotp();
  const [offer, setOffer] = useState<AppOffer>();
  if (confirm.data) return <RecoveryCodes codes={confirm.data.recovery_codes} done={done} />;
  if (offer) return <TotpOffer offer={offer} confirm={(code) => { confirm.mutate(code); }} busy={confirm.isPending} error={confirm.error} />;
  return (
    <Proof
      withPassword={withPassword}
      withCode={false}
      verb={t('second.go_on')}
      prove={(password) => { begin.mutate(password, { onSuccess: setOffer }); }}
      busy={begin.isPending}
      error={begin.error}
    />
  );
}

function Renew({ withPassword, done }: { withPassword: boolean; done: () => void }) {
  const { t } = useTranslation();
  const renew = useRenewRecoveryCodes();
  if (renew.data) return <RecoveryCodes codes={renew.data.recovery_codes} done={done} />;
  return (
    <Proof withPassword={withPassword} withCode={false} verb={t('second.renew')} prove={(password) => { renew.mutate(password); }} busy={renew.isPending} error={renew.error} />
  );
}

function Remove({ withPassword, done }: { withPassword: boolean; done: () => void }) {
  const { t } = useTranslation();
  const remove = useRemoveTotp();
  return (
    <Proof
      withPassword={withPassword}
      withCode
      verb={t('second.turn_off')}
      prove={(password, code) => { remove.mutate({ password, code }, { onSuccess: done }); }}
      busy={remove.isPending}
      error={remove.error}
    />
  );
}

export function SecondFactor({ security }: { security: Security }) {
  const { t } = useTranslation();
  const [doing, setDoing] = useState<Doing | null>(null);
  const close = () => { setDoing(null); };
  const on = security.totp_since !== null;
  const titles: Record<Doing, string> = { 'set-up': t('second.set_up'), remove: t('second.turn_off'), renew: t('second.renew') };
  return (
    <>
      <Lines label={t('second.app')}>
        <Line
          lead={<IconDeviceMobile size={18} stroke={1.6} aria-hidden="true" />}
          title={t('second.app')}
          detail={security.totp_since ? <When at={security.totp_since} /> : t('second.app_off')}
          actions={
            <Button size="xs" variant="default" onClick={() => { setDoing(on ? 'remove' : 'set-up'); }}>
              {t(on ? 'second.turn_off' : 'second.set_up')}
            </Button>
          }
        />
        {on && (
          <Line
            lead={<IconListNumbers size={18} stroke={1.6} aria-hidden="true" />}
            title={t('second.codes')}
            detail={t('second.codes_left', { count: security.recovery_codes_left })}
            actions={
              <Button size="xs" variant="default" onClick={() => { setDoing('renew'); }}>
                {t('second.renew')}
              </Button>
            }
          />
        )}
      </Lines>
      <Modal opened={doing !== null} onClose={close} title={doing && titles[doing]} size="lg" centered>
        {doing === 'set-up' && <SetUp withPassword={security.has_password} done={close} />}
        {doing === 'renew' && <Renew withPassword={security.has_password} done={close} />}
        {doing === 'remove' && <Remove withPassword={security.has_password} done={close} />}
      </Modal>
    </>
  );
}
