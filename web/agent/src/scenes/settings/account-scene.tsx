import { Button, NativeSelect, Switch, useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LANGUAGES, THEMES, type Language, type Theme } from '@/api/types';
import { sessionsQuery, useEndOtherSessions, useEndSession } from '@/features/account/account';
import { browserName } from '@/features/account/browser';
import { MeForm } from '@/features/account/me-form';
import { PasswordForm } from '@/features/account/password-form';
import { NotificationSettings } from '@/features/notifications/notification-settings';
import { Passkeys } from '@/features/security/passkeys';
import { SecondFactor } from '@/features/security/second-factor';
import { securityQuery } from '@/features/security/security';
import { useChangeMe, useSession } from '@/features/session/session';
import { schemeOf } from '@/features/session/theme-menu';
import { isLanguage, LANGUAGE_NAMES, speak } from '@/i18n';
import { Columns } from '@/kit/form';
import { usePreference } from '@/kit/preference';
import { Line, Lines, Section, Sheet } from '@/kit/sheet';
import { When } from '@/kit/time';
import classes from './settings.module.css';

function Taste() {
  const { t, i18n } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const change = useChangeMe();
  const [letters, setLetters] = usePreference('letters');
  const [density, setDensity] = usePreference('density');
  return (
    <div className={classes.taste}>
      <Columns>
        <NativeSelect
          label={t('app.language')}
          value={isLanguage(i18n.language) ? i18n.language : 'en'}
          onChange={(e) => {
            const language = e.currentTarget.value as Language;
            void speak(language);
            change.mutate({ language });
          }}
          data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        />
        <NativeSelect
          label={t('app.theme')}
          value={colorScheme === 'auto' ? 'system' : colorScheme}
          onChange={(e) => {
            const theme = e.currentTarget.value as Theme;
            setColorScheme(schemeOf(theme));
            change.mutate({ theme });
          }}
          data={THEMES.map((value) => ({ value, label: t(`theme.${value}`) }))}
        />
      </Columns>
      <Switch label={t('sort.compact')} checked={density === 'compact'} onChange={(e) => { setDensity(e.currentTarget.checked ? 'compact' : 'normal'); }} />
      <Switch
        label={t('shortcuts.letters')}
        description={t('shortcuts.letters_hint')}
        checked={letters === 'on'}
        onChange={(e) => { setLetters(e.currentTarget.checked ? 'on' : 'off'); }}
      />
    </div>
  );
}

function Sessions() {
  const { t } = useTranslation();
  const { data } = useQuery(sessionsQuery);
  const end = useEndSession();
  return (
    <Lines label={t('account.sessions')}>
      {data?.map((session) => (
        <Line
          key={session.id}
          lead={<IconDeviceDesktop size={18} stroke={1.6} aria-hidden="true" />}
          title={browserName(session.user_agent) ?? t('account.unknown_browser')}
          detail={session.address}
          facts={session.current ? t('account.this_session') : <When at={session.seen_at} />}
          actions={
            !session.current && (
              <Button size="xs" variant="default" onClick={() => { end.mutate(session.id); }}>
                {t('account.end_session')}
              </Button>
            )
          }
        />
      ))}
    </Lines>
  );
}

function EndOthers() {
  const { t } = useTranslation();
  const { data } = useQuery(sessionsQuery);
  const end = useEndOtherSessions();
  if (!data || data.length < 2) return null;
  return (
    <Button mt="md" variant="default" onClick={() => { end.mutate(); }} loading={end.isPending}>
      {t('account.end_others')}
    </Button>
  );
}

export function AccountScene() {
  const { t } = useTranslation();
  const { agent } = useSession();
  const { data: security } = useQuery(securityQuery);
  return (
    <Sheet title={t('account.title')} lead={agent.email}>
      <MeForm />
      <Section title={t('account.taste')}>
        <Taste />
      </Section>
      <Section title={t('notification.title')} lead={t('notification.settings_lead')}>
        <NotificationSettings />
      </Section>
      <Section title={t('account.password_change')}>
        <PasswordForm />
      </Section>
      {security && (
        <Section title={t('second.title')} lead={t('second.lead')}>
          <SecondFactor security={security} />
          <Passkeys security={security} />
        </Section>
      )}
      <Section title={t('account.sessions')} lead={t('account.sessions_hint')}>
        <Sessions />
        <EndOthers />
      </Section>
    </Sheet>
  );
}
