import { ActionIcon, Button, Menu, Modal } from '@mantine/core';
import { IconDots, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agent } from '@/api/types';
import { AgentForm } from '@/features/agents/agent-form';
import { agentsQuery } from '@/features/agents/agents';
import { DeactivateAgent } from '@/features/agents/deactivate-agent';
import { useChangeAgent } from '@/features/agents/edit-agent';
import { EraseAgent } from '@/features/agents/erase-agent';
import { useRoleName } from '@/features/agents/role-name';
import { accessLinksQuery } from '@/features/invitations/invitations';
import { useSession } from '@/features/session/session';
import { Face } from '@/kit/face';
import { Line, Lines, Sheet } from '@/kit/sheet';
import { Failed, Waiting } from '@/kit/states';
import { failed } from '@/kit/toast';

export function AgentsScene() {
  const { t } = useTranslation();
  const { agent: me } = useSession();
  const { data, error, refetch } = useQuery(agentsQuery);
  const [adding, setAdding] = useState(false);
  const navigate = useNavigate();
  const { data: links = [] } = useQuery(accessLinksQuery);
  const invited = new Set(links.filter(({ kind, state }) => kind === 'invitation' && state !== 'expired').map((link) => link.agent.id));
  const change = useChangeAgent();
  const roleName = useRoleName();
  const [leaving, setLeaving] = useState<Agent | null>(null);
  const [erasing, setErasing] = useState<Agent | null>(null);
  const close = () => { setAdding(false); };
  return (
    <Sheet
      title={t('settings.agents')}
      lead={t('agent.lead')}
      action={
        <Button leftSection={<IconPlus size={16} />} onClick={() => { setAdding(true); }}>
          {t('agent.add')}
        </Button>
      }
    >
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={6} height={48} />}
      <Lines label={t('settings.agents')}>
        {data?.map((agent) => (
          <Line
            key={agent.id}
            lead={<Face name={agent.name} size={28} picture={agent.avatar_url} />}
            title={
              <Link to="/settings/agents/$id" params={{ id: agent.id }}>
                {agent.name}
              </Link>
            }
            detail={agent.erased_at ? undefined : agent.email}
            faint={!agent.active}
            facts={
              <>
                {agent.active ? roleName(agent.role) : t(agent.erased_at ? 'agent.erased' : 'agent.inactive')}
                {invited.has(agent.id) && ` · ${t('invitation.invited')}`}
                <br />
                {agent.departments.slice(0, 3).join(', ')}
                {agent.departments.length > 3 && ` +${agent.departments.length - 3}`}
              </>
            }
            actions={
              <Menu position="bottom-end">
                <Menu.Target>
                  <ActionIcon aria-label={t('common.more_of', { name: agent.name })}>
                    <IconDots size={18} />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item component={Link} to={`/settings/agents/${agent.id}`}>{t('common.edit')}</Menu.Item>
                  {agent.id !== me.id &&
                    !agent.erased_at &&
                    (agent.active ? (
                      <Menu.Item onClick={() => { setLeaving(agent); }}>{t('agent.deactivate')}…</Menu.Item>
                    ) : (
                      <>
                        <Menu.Item onClick={() => { change.mutate({ id: agent.id, active: true }, { onError: failed }); }}>{t('agent.activate')}</Menu.Item>
                        <Menu.Item onClick={() => { setLeaving(agent); }}>{t('agent.hand_over')}…</Menu.Item>
                        <Menu.Item color="red" onClick={() => { setErasing(agent); }}>{t('agent.erase')}…</Menu.Item>
                      </>
                    ))}
                </Menu.Dropdown>
              </Menu>
            }
          />
        ))}
      </Lines>
      <Modal opened={adding} onClose={close} title={t('agent.add')} centered>
        <AgentForm done={(made) => void navigate({ to: '/settings/agents/$id', params: { id: made.id } })} />
      </Modal>
      {leaving && <DeactivateAgent agent={leaving} agents={data ?? []} close={() => { setLeaving(null); }} />}
      {erasing && <EraseAgent agent={erasing} close={() => { setErasing(null); }} />}
    </Sheet>
  );
}
