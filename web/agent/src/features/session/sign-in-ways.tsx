import { Button } from '@mantine/core';
import { IconFingerprint, IconLogin2 } from '@tabler/icons-react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get, pathOf } from '@/api/client';
import { asProblem } from '@/api/problem';
import { keys } from '@/api/query-client';
import type { SsoWays } from '@/api/types';
import { explain } from '@/kit/explain';
import { FormError } from '@/kit/form';
import { knowsPasskeys, useEnterByPasskey } from './passkey';
import classes from './sign-in-ways.module.css';

const waysQuery = queryOptions({ queryKey: keys.sso, queryFn: ({ signal }) => get<SsoWays>('/sso', {}, signal), staleTime: 0 });

const REFUSALS = ['sso-unreachable', 'sso-token', 'sso-refused', 'sso-over', 'sso-unknown', 'sso-inactive', 'sso-unverified', 'sso-domain', 'sso-throttled'] as const;

/** Without the password: a passkey, or somebody the workspace trusts. */
export function SignInWays({ refused, back, done }: { refused: string | null; back: string | null; done: () => void }) {
  const { t } = useTranslation();
  const { data: ways } = useQuery(waysQuery);
  const enter = useEnterByPasskey();
  const known = REFUSALS.find((slug) => slug === refused);
  const message = enter.error ? explain(asProblem(enter.error), t) : known ? t(`sso.refused.${known}`) : null;
  return (
    <div className={classes.ways}>
      <FormError message={message} />
      {knowsPasskeys() && (
        <Button
          variant="default"
          fullWidth
          leftSection={<IconFingerprint size={16} />}
          loading={enter.isPending}
          onClick={() => { enter.mutate(undefined, { onSuccess: (session) => { if (session) done(); } }); }}
        >
          {t('passkey.sign_in')}
        </Button>
      )}
      {ways?.providers.map(({ id, name }) => (
        <Button key={id} component="a" href={pathOf(`/sso/${id}/start`, { back })} variant="default" fullWidth leftSection={<IconLogin2 size={16} />}>
          {t('sso.with', { name })}
        </Button>
      ))}
      {ways && !ways.password && <p>{t('sso.only')}</p>}
    </div>
  );
}
