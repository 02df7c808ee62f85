import { Button } from '@mantine/core';
import { IconDeviceDesktop, IconShieldLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agent } from '@/api/types';
import { browserName } from '@/features/account/browser';
import { Confirm } from '@/kit/confirm';
import { Line, Lines } from '@/kit/sheet';
import { When } from '@/kit/time';
import { agentSecurityQuery, agentSessionsQuery, useEndSessionsOf, useResetSecondFactor } from './security';

/** How another agent comes in, and where they are in just now. */
export function AgentAccess({ agent }: { agent: Agent }) {
  const { t } = useTranslation();
  const { data: security } = useQuery(agentSecurityQuery(agent.id));
  const { data: sessions } = useQuery(agentSessionsQuery(agent.id));
  const end = useEndSessionsOf(agent.id);
  const reset = useResetSecondFactor(agent.id);
  const [asking, setAsking] = useState(false);
  const stay = () => { setAsking(false); };
  const secured = security && (security.totp || security.passkeys > 0);
  return (
    <>
      <Lines label={t('access.of', { name: agent.name })}>
        <Line
          lead={<IconShieldLock size={18} stroke={1.6} aria-hidden="true" />}
          title={t('second.title')}
          detail={security && (secured ? t('access.factor_on') : t('access.factor_off'))}
          actions={
            secured && (
              <Button size="xs" variant="default" onClick={() => { setAsking(true); }}>
                {t('access.reset')}
              </Button>
            )
          }
        />
        {sessions?.map((session) => (
          <Line
            key={session.id}
            lead={<IconDeviceDesktop size={18} stroke={1.6} aria-hidden="true" />}
            title={browserName(session.user_agent) ?? t('account.unknown_browser')}
            detail={session.address}
            facts={<When at={session.seen_at} />}
            actions={
              <Button size="xs" variant="default" onClick={() => { end.mutate(session.id); }}>
                {t('account.end_session')}
              </Button>
            }
          />
        ))}
      </Lines>
      {sessions && sessions.length > 1 && (
        <Button mt="md" variant="default" onClick={() => { end.mutate(null); }} loading={end.isPending}>
          {t('access.end_all')}
        </Button>
      )}
      <Confirm
        opened={asking}
        close={stay}
        title={t('access.reset_title', { name: agent.name })}
        verb={t('access.reset')}
        busy={reset.isPending}
        act={() => { reset.mutate(undefined, { onSuccess: stay }); }}
      >
        <p>{t('access.reset_hint')}</p>
      </Confirm>
    </>
  );
}
