import { Button, Modal } from '@mantine/core';
import { IconLogin2, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SsoProvider } from '@/api/types';
import { useSession } from '@/features/session/session';
import { Confirm } from '@/kit/confirm';
import { Line, Lines } from '@/kit/sheet';
import { Failed } from '@/kit/states';
import { ProviderForm } from './provider-form';
import { providersQuery, useRemoveProvider } from './sso';

/** Whom the workspace trusts to say who somebody is; an owner's to choose. */
export function Providers() {
  const { t } = useTranslation();
  const { agent } = useSession();
  const owner = agent.role === 'owner';
  const { data, error, refetch } = useQuery({ ...providersQuery, enabled: owner });
  const [edited, setEdited] = useState<SsoProvider | 'new' | null>(null);
  const [leaving, setLeaving] = useState<SsoProvider | null>(null);
  const drop = useRemoveProvider();
  const close = () => { setEdited(null); };
  const stay = () => { setLeaving(null); };
  if (!owner) return <p>{t('refused.owner_needed')}</p>;
  return (
    <>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {data?.length === 0 && <p>{t('sso.none')}</p>}
      <Lines label={t('sso.title')}>
        {data?.map((provider) => (
          <Line
            key={provider.id}
            lead={<IconLogin2 size={18} stroke={1.6} aria-hidden="true" />}
            title={provider.name}
            detail={
              <>
                {provider.issuer}
                <br />
                {t('sso.redirect')} {provider.redirect_uri}
              </>
            }
            faint={!provider.enabled}
            actions={
              <>
                <Button size="xs" variant="default" onClick={() => { setEdited(provider); }}>
                  {t('common.edit')}
                </Button>
                <Button size="xs" variant="default" onClick={() => { setLeaving(provider); }}>
                  {t('common.delete')}
                </Button>
              </>
            }
          />
        ))}
      </Lines>
      <Button mt="md" variant="default" leftSection={<IconPlus size={16} />} onClick={() => { setEdited('new'); }}>
        {t('sso.add')}
      </Button>
      <Modal opened={edited !== null} onClose={close} title={edited === 'new' ? t('sso.add') : t('common.edit')} size="lg" centered>
        <ProviderForm provider={edited === 'new' ? null : edited} done={close} />
      </Modal>
      <Confirm
        opened={leaving !== null}
        close={stay}
        title={t('common.delete_of', { name: leaving?.name ?? '' })}
        verb={t('common.delete')}
        busy={drop.isPending}
        act={() => { if (leaving) drop.mutate(leaving.id, { onSuccess: stay }); }}
      >
        <p>{t('sso.delete_hint')}</p>
      </Confirm>
    </>
  );
}
