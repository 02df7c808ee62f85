import { Button } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Line, Lines } from '@/kit/sheet';
import { When } from '@/kit/time';
import { tokensOfQuery, useRevokeToken } from './tokens';

/** The programs that act as an agent. */
export function AgentTokens({ agent }: { agent: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(tokensOfQuery(agent));
  const revoke = useRevokeToken();
  return (
    <>
      {data?.length === 0 && <p>{t('agent.no_tokens')}</p>}
      <Lines label={t('settings.tokens')}>
      {data?.map((token) => (
        <Line
          key={token.id}
          lead={<IconKey size={18} stroke={1.6} aria-hidden="true" />}
          title={token.name}
          facts={token.used_at ? <>{t('token.last_used')} <When at={token.used_at} /></> : t('token.never_used')}
          actions={
            <Button size="xs" variant="default" onClick={() => { revoke.mutate(token.id); }}>
              {t('token.revoke')}
            </Button>
          }
        />
      ))}
      </Lines>
    </>
  );
}
