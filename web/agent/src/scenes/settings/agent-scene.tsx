import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import type { Agent } from '@/api/types';
import { AgentPlaces } from '@/features/agents/agent-places';
import { AgentPresence } from '@/features/agents/agent-presence';
import { AgentProfile } from '@/features/agents/agent-profile';
import { AgentSignature } from '@/features/agents/agent-signature';
import { AgentWork } from '@/features/agents/agent-work';
import { agentsQuery } from '@/features/agents/agents';
import classes from '@/features/agents/agents.module.css';
import { AvatarField } from '@/features/agents/avatar-field';
import { DeactivateAgent } from '@/features/agents/deactivate-agent';
import { useChangeAgent } from '@/features/agents/edit-agent';
import { EraseAgent } from '@/features/agents/erase-agent';
import { AgentLinks } from '@/features/invitations/agent-links';
import { AgentRoutingFields } from '@/features/routing/agent-routing';
import { AgentAccess } from '@/features/security/agent-access';
import { useMay, useSession } from '@/features/session/session';
import { AgentTokens } from '@/features/tokens/agent-tokens';
import { useCommands, type Command } from '@/kit/commands';
import { Face } from '@/kit/face';
import { Section, Sheet } from '@/kit/sheet';
import { Failed, Waiting } from '@/kit/states';
import { failed } from '@/kit/toast';

const route = getRouteApi('/shell/settings/agents/$id');

/** All about one colleague; who does not look after agents reads it. */
export function AgentScene() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const { agent: me } = useSession();
  const manages = useMay('agents_manage');
  const { data, error, refetch } = useQuery(agentsQuery);
  const [leaving, setLeaving] = useState(false);
  const [erasing, setErasing] = useState(false);
  const change = useChangeAgent();
  const agent = data?.find((one) => one.id === id);
  const own = id === me.id;
  const activate = () => { change.mutate({ id, active: true }, { onError: failed }); };
  const group = agent?.name ?? '';
  const commands: Command[] = [];
  if (agent && !agent.erased_at && manages && !own) {
    commands.push({ id: 'agent-hand-over', label: t(agent.active ? 'agent.deactivate_of' : 'agent.hand_over_of', { name: agent.name }), group, act: () => { setLeaving(true); } });
    if (!agent.active) {
      commands.push({ id: 'agent-activate', label: t('agent.activate'), group, act: activate });
      commands.push({ id: 'agent-erase', label: t('agent.erase_of', { name: agent.name }), group, act: () => { setErasing(true); } });
    }
  }
  useCommands(commands);
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting rows={6} height={56} />;
  if (!agent) return <Failed error={new Problem(404, 'not-found', '')} />;
  if (agent.erased_at) return <Erased agent={agent} at={agent.erased_at} />;
  return (
    <Sheet
      title={agent.name}
      lead={agent.active ? agent.email : t('agent.inactive')}
      action={
        manages &&
        !own && (
          <div className={classes.counts}>
            {!agent.active && (
              <Button variant="default" onClick={activate} loading={change.isPending}>
                {t('agent.activate')}
              </Button>
            )}
            <Button variant="default" onClick={() => { setLeaving(true); }}>
              {t(agent.active ? 'agent.deactivate' : 'agent.hand_over')}…
            </Button>
            {!agent.active && (
              <Button variant="default" color="red" onClick={() => { setErasing(true); }}>
                {t('agent.erase')}…
              </Button>
            )}
          </div>
        )
      }
    >
      {manages || own ? <AvatarField agent={agent} /> : <Face name={agent.name} size={72} picture={agent.avatar_url} />}
      <AgentProfile key={agent.id} agent={agent} fixed={!manages} />
      <Section title={t('agent.work')} lead={t('agent.work_hint')}>
        <AgentWork agent={agent} />
      </Section>
      <Section title={t('agent.presence')} lead={t('agent.presence_hint')}>
        <AgentPresence agent={agent} />
      </Section>
      <Section title={t('settings.departments')} lead={t('agent.places_hint')}>
        <AgentPlaces agent={agent} fixed={!manages} />
      </Section>
      <Section title={t('agent.capacity')} lead={t('agent.capacity_hint')}>
        <AgentRoutingFields agent={agent.id} fixed={!manages} />
      </Section>
      {manages && (
        <>
          <Section title={t('agent.signature')} lead={t('agent.signature_own_hint')}>
            <AgentSignature key={agent.id} agent={agent} />
          </Section>
          <Section title={t('access.title')} lead={t('agent.access_hint')}>
            <AgentAccess agent={agent} />
          </Section>
          {agent.active && !own && (
            <Section title={t('invitation.title')} lead={t('invitation.lead')}>
              <AgentLinks agent={agent} />
            </Section>
          )}
          {me.role === 'owner' && (
            <Section title={t('settings.tokens')} lead={t('agent.tokens_hint')}>
              <AgentTokens agent={agent.id} />
            </Section>
          )}
        </>
      )}
      {leaving && <DeactivateAgent agent={agent} agents={data} close={() => { setLeaving(false); }} />}
      {erasing && <EraseAgent agent={agent} close={() => { setErasing(false); }} />}
    </Sheet>
  );
}

/** Nothing is left to change; what they did stays to be looked at. */
function Erased({ agent, at }: { agent: Agent; at: string }) {
  const { t, i18n } = useTranslation();
  const date = new Date(at).toLocaleDateString(i18n.language, { dateStyle: 'long' });
  return (
    <Sheet title={agent.name} lead={t('agent.erased_lead', { date })}>
      <Section title={t('agent.work')} lead={t('agent.work_hint')}>
        <AgentWork agent={agent} />
      </Section>
    </Sheet>
  );
}
