import { Button, NativeSelect, PasswordInput, SegmentedControl, TextInput } from '@mantine/core';
import { useMemo, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { PASSWORD_MIN } from '@/api/limits';
import { asProblem } from '@/api/problem';
import { LANGUAGES, type Language } from '@/api/types';
import { setupCode } from '@/features/demo/demo';
import { isLanguage, LANGUAGE_NAMES, speak } from '@/i18n';
import { explain } from '@/kit/explain';
import { Columns, FieldGroup, FormError } from '@/kit/form';
import { browserTimeZone, timeZones, useSetUp } from './setup';
import classes from './setup-form.module.css';

const DEMO_DEPARTMENT = 'Support';

function useFields() {
  const { t, i18n } = useTranslation();
  const [fields, set] = useState({
    code: setupCode() ?? '',
    company: '',
    zone: browserTimeZone(),
    name: '',
    email: '',
    password: '',
    department: t('setup.department_default'),
    address: '',
  });
  const bind = (name: keyof typeof fields) => ({
    name,
    value: fields[name],
    required: true,
    withAsterisk: false,
    onChange: (e: { currentTarget: { value: string } }) => {
      const { value } = e.currentTarget;
      set((before) => ({ ...before, [name]: value }));
    },
  });
  return { fields, bind, language: isLanguage(i18n.language) ? i18n.language : 'en' };
}

export function SetupForm({ done }: { done: () => void }) {
  const { t } = useTranslation();
  const [aim, setAim] = useState<'real' | 'demo'>('real');
  const { fields, bind, language } = useFields();
  const setUp = useSetUp();
  const zones = useMemo(() => timeZones(), []);
  const problem = setUp.error ? asProblem(setUp.error) : null;
  const demo = aim === 'demo';
  const complete =
    fields.code && fields.name && fields.email && fields.password.length >= PASSWORD_MIN && (demo || (fields.company && fields.department));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const company = demo ? t('setup.demo_company') : fields.company.trim();
    setUp.mutate(
      {
        code: fields.code.trim(),
        workspace_name: company,
        time_zone: fields.zone,
        language,
        owner: { name: fields.name.trim(), email: fields.email.trim(), password: fields.password },
        department: demo ? DEMO_DEPARTMENT : fields.department.trim(),
        mailbox: !demo && fields.address.trim() ? { address: fields.address.trim(), name: company } : null,
        demo,
      },
      { onSuccess: done },
    );
  };

  return (
    <form onSubmit={submit} noValidate>
      <FieldGroup title={t('setup.code_title')} hint={t('setup.code_hint')}>
        <TextInput
          {...bind('code')}
          aria-label={t('setup.code')}
          classNames={{ input: classes.code }}
          error={problem?.of('code')}
          autoComplete="one-time-code"
          spellCheck={false}
          autoFocus={!fields.code}
        />
      </FieldGroup>

      <FieldGroup title={t('setup.aim_title')} hint={t(demo ? 'setup.aim_demo_hint' : 'setup.aim_real_hint')}>
        <SegmentedControl
          fullWidth
          value={aim}
          onChange={(value) => { setAim(value === 'demo' ? 'demo' : 'real'); }}
          data={[
            { value: 'real', label: t('setup.aim_real') },
            { value: 'demo', label: t('setup.aim_demo') },
          ]}
          aria-label={t('setup.aim_title')}
        />
      </FieldGroup>

      <FieldGroup title={t(demo ? 'setup.place_title' : 'setup.company_title')}>
        {!demo && <TextInput {...bind('company')} label={t('setup.company')} error={problem?.of('workspace_name')} autoComplete="organization" />}
        <Columns>
          <NativeSelect {...bind('zone')} label={t('setup.time_zone')} data={zones} error={problem?.of('time_zone')} />
          <NativeSelect
            label={t('app.language')}
            value={language}
            onChange={(e) => void speak(e.currentTarget.value as Language)}
            data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          />
        </Columns>
      </FieldGroup>

      <FieldGroup title={t('setup.owner_title')} hint={t('setup.owner_hint')}>
        <Columns>
          <TextInput {...bind('name')} label={t('setup.owner_name')} error={problem?.of('owner/name')} autoComplete="name" />
          <TextInput {...bind('email')} label={t('sign_in.email')} error={problem?.of('owner/email')} type="email" autoComplete="username" />
        </Columns>
        <PasswordInput
          {...bind('password')}
          label={t('sign_in.password')}
          description={t('account.password_hint', { count: PASSWORD_MIN })}
          error={problem?.of('owner/password')}
          autoComplete="new-password"
        />
      </FieldGroup>

      {!demo && (
        <FieldGroup title={t('setup.department_title')} hint={t('setup.department_hint')}>
          <Columns>
            <TextInput {...bind('department')} label={t('setup.department')} error={problem?.of('department')} />
            <TextInput
              {...bind('address')}
              required={false}
              label={t('setup.mailbox')}
              placeholder={`support@${fields.email.split('@')[1] ?? 'example.com'}`}
              error={problem?.of('mailbox/address')}
              type="email"
              autoComplete="off"
            />
          </Columns>
        </FieldGroup>
      )}

      <FormError message={problem && explain(problem, t)} />
      <Button type="submit" fullWidth loading={setUp.isPending} disabled={!complete}>
        {t(demo ? 'setup.submit_demo' : 'setup.submit')}
      </Button>
    </form>
  );
}
