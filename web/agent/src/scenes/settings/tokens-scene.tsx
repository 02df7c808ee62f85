import { Button, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiToken } from '@/api/types';
import { TokenForm } from '@/features/tokens/token-form';
import { tokensQuery, useRevokeToken } from '@/features/tokens/tokens';
import { Confirm } from '@/kit/confirm';
import { Line, Lines, Sheet } from '@/kit/sheet';
import { Failed, Waiting } from '@/kit/states';
import { When } from '@/kit/time';

export function TokensScene() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(tokensQuery);
  const [making, { open, close }] = useDisclosure(false);
  const [leaving, setLeaving] = useState<ApiToken>();
  const revoke = useRevokeToken();
  const stay = () => { setLeaving(undefined); };
  return (
    <Sheet
      title={t('settings.tokens')}
      lead={
        <>
          {t('token.lead')} <a href="/api/docs">{t('token.docs')}</a>
        </>
      }
      action={
        <Button leftSection={<IconPlus size={16} />} onClick={open}>
          {t('token.make')}
        </Button>
      }
    >
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={3} height={48} />}
      {data?.length === 0 && <p>{t('token.none')}</p>}
      <Lines label={t('settings.tokens')}>
        {data?.map((token) => (
          <Line
            key={token.id}
            lead={<IconKey size={18} stroke={1.6} aria-hidden="true" />}
            title={token.name}
            detail={token.agent?.name}
            facts={
              <>
                {token.used_at ? (
                  <>
                    {t('token.last_used')} <When at={token.used_at} />
                  </>
                ) : (
                  t('token.never_used')
                )}
                <br />
                {token.expires_at ? (
                  <>
                    {t('token.expires')} <When at={token.expires_at} />
                  </>
                ) : (
                  t('token.for_ever')
                )}
              </>
            }
            actions={
              <Button variant="default" size="xs" onClick={() => { setLeaving(token); }}>
                {t('token.revoke')}
              </Button>
            }
          />
        ))}
      </Lines>
      <Modal opened={making} onClose={close} title={t('token.make')} centered>
        <TokenForm done={close} />
      </Modal>
      <Confirm
        opened={leaving !== undefined}
        close={stay}
        title={t('token.revoke_title', { name: leaving?.name ?? '' })}
        verb={t('token.revoke')}
        busy={revoke.isPending}
        act={() => { if (leaving) revoke.mutate(leaving.id, { onSuccess: stay }); }}
      >
        <p>{t('token.revoke_hint')}</p>
      </Confirm>
    </Sheet>
  );
}
