import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Agent, Presence } from '@/api/types';
import { useChangePresence } from '@/features/presence/change-presence';
import { presenceQuery } from '@/features/presence/presence';
import { PresenceMark } from '@/features/presence/presence-mark';
import { Line, Lines } from '@/kit/sheet';
import { When } from '@/kit/time';

/** As departments name what is served on them. */
const SERVED = { email: 'ticket', chat: 'chat', call: 'call' } as const;
const STATES: Presence['state'][] = ['online', 'paused', 'offline'];

/** Whether an agent is there, on each channel, since when, and why not; the reason is told to whoever looks after them. */
export function AgentPresence({ agent }: { agent: Agent }) {
  const { t } = useTranslation();
  const { data } = useQuery(presenceQuery(agent.id));
  const change = useChangePresence();
  if (!data) return null;
  const channels = data.channels.length > 0 ? data.channels : [{ channel: 'email' as const, state: data.state, reason: data.reason, since: data.since }];
  return (
    <Lines label={t('agent.presence')}>
      {channels.map((one) => (
        <Line
          key={one.channel}
          lead={<PresenceMark state={one.state} />}
          title={t(`served.${SERVED[one.channel]}`)}
          detail={one.reason ? `${t(`presence.${one.state}`)}: ${one.reason}` : t(`presence.${one.state}`)}
          facts={one.since && <When at={one.since} />}
          actions={
            <NativeSelect
              aria-label={`${t('presence.of', { name: agent.name })}: ${t(`served.${SERVED[one.channel]}`)}`}
              value={one.state}
              onChange={(e) => { change.mutate({ agent: agent.id, state: e.currentTarget.value as Presence['state'], channels: [one.channel] }); }}
              data={STATES.map((state) => ({ value: state, label: t(`presence.${state}`) }))}
            />
          }
        />
      ))}
    </Lines>
  );
}
