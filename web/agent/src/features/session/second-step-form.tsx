import { Anchor, Button, TextInput } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { explain } from '@/kit/explain';
import { FormEnd, FormError } from '@/kit/form';
import { knowsPasskeys, useEnterByPasskeyAsSecond } from './passkey';
import { secondStepQuery, useEnterByCode } from './second-step';

/** The code of the app, or one of the codes kept for the day it is lost. */
export function SecondStepForm({ done, again }: { done: () => void; again: () => void }) {
  const { t } = useTranslation();
  const { data: possible, error } = useQuery(secondStepQuery);
  const [code, setCode] = useState('');
  const [recovery, setRecovery] = useState(false);
  const enter = useEnterByCode();
  const byPasskey = useEnterByPasskeyAsSecond();
  const problem = enter.error ?? byPasskey.error ?? error;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate(code.trim(), { onSuccess: done, onError: () => { setCode(''); } });
  };
  return (
    <form onSubmit={submit} noValidate>
      <TextInput
        key={String(recovery)}
        label={t(recovery ? 'second.recovery_code' : 'second.code')}
        description={t(recovery ? 'second.recovery_hint' : 'second.code_hint')}
        name="code"
        inputMode={recovery ? 'text' : 'numeric'}
        autoComplete="one-time-code"
        value={code}
        onChange={(e) => { setCode(e.currentTarget.value); }}
        autoFocus
        mb="lg"
      />
      <FormError message={problem ? explain(asProblem(problem), t) : null} />
      <Button type="submit" fullWidth loading={enter.isPending} disabled={!code.trim()}>
        {t('sign_in.submit')}
      </Button>
      {possible?.passkey && knowsPasskeys() && (
        <Button
          variant="default"
          fullWidth
          mt="sm"
          leftSection={<IconFingerprint size={16} />}
          loading={byPasskey.isPending}
          onClick={() => { byPasskey.mutate(undefined, { onSuccess: (session) => { if (session) done(); } }); }}
        >
          {t('passkey.use')}
        </Button>
      )}
      <FormEnd>
        {possible?.recovery_code && (
          <Anchor component="button" type="button" size="sm" onClick={() => { setRecovery(!recovery); setCode(''); }}>
            {t(recovery ? 'second.use_app' : 'second.use_recovery')}
          </Anchor>
        )}
        <Anchor component="button" type="button" size="sm" onClick={again}>
          {t('second.begin_again')}
        </Anchor>
      </FormEnd>
    </form>
  );
}
