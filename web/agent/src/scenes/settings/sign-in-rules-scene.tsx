import { Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { signInRulesQuery, useChangeSignInRules } from '@/features/security/security';
import { Providers } from '@/features/sso/providers';
import { Section, Sheet } from '@/kit/sheet';
import { Failed, Waiting } from '@/kit/states';
import classes from './settings.module.css';

export function SignInRulesScene() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(signInRulesQuery);
  const change = useChangeSignInRules();
  return (
    <Sheet title={t('settings.sign_in')} lead={t('rules.lead')}>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={2} height={48} />}
      {data && (
        <div className={classes.taste}>
          <Switch
            label={t('rules.second')}
            description={t('rules.second_hint')}
            checked={data.second_factor_required}
            onChange={(e) => { change.mutate({ second_factor_required: e.currentTarget.checked }); }}
          />
          <Switch
            label={t('rules.sso_only')}
            description={t('rules.sso_only_hint')}
            checked={data.sso_only}
            onChange={(e) => { change.mutate({ sso_only: e.currentTarget.checked }); }}
          />
        </div>
      )}
      <Section title={t('sso.title')} lead={t('sso.lead')}>
        <Providers />
      </Section>
    </Sheet>
  );
}
