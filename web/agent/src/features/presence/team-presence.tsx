import { Modal, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Presence } from '@/api/types';
import { Line, Lines } from '@/kit/sheet';
import { Failed, Waiting } from '@/kit/states';
import { When } from '@/kit/time';
import { useChangePresence } from './change-presence';
import { teamQuery } from './presence';
import { PresenceMark } from './presence-mark';

const STATES: Presence['state'][] = ['online', 'paused', 'offline'];

/** Who is there, since when, and why not: for whoever looks after others. */
export function TeamPresence({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(teamQuery);
  const change = useChangePresence();
  return (
    <Modal opened onClose={close} title={t('presence.team')} centered size="lg">
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={4} height={48} />}
      <Lines label={t('presence.team')}>
        {data?.map((one) => (
          <Line
            key={one.agent.id}
            lead={<PresenceMark state={one.state} />}
            title={
              <Link to="/settings/agents/$id" params={{ id: one.agent.id }} onClick={close}>
                {one.agent.name}
              </Link>
            }
            detail={one.reason ?? undefined}
            facts={one.since && <When at={one.since} />}
            actions={
              <NativeSelect
                aria-label={t('presence.of', { name: one.agent.name })}
                value={one.state}
                onChange={(e) => { change.mutate({ agent: one.agent.id, state: e.currentTarget.value as Presence['state'] }); }}
                data={STATES.map((state) => ({ value: state, label: t(`presence.${state}`) }))}
              />
            }
          />
        ))}
      </Lines>
    </Modal>
  );
}
