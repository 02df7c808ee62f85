import { Button, Checkbox, Menu, NativeSelect, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Department, MemberRole, ServedChannel } from '@/api/types';
import { agentsQuery } from '@/features/agents/agents';
import { AgentRoutingFields } from '@/features/routing/agent-routing';
import { Face } from '@/kit/face';
import { Line, Lines, Section } from '@/kit/sheet';
import { Waiting } from '@/kit/states';
import { useJoin, useJoinAll, useLeave } from './edit-department';

const CHANNELS: ServedChannel[] = ['ticket', 'chat', 'call'];
const ROLES: MemberRole[] = ['reader', 'solver', 'lead'];

/** Every agent with a switch: in or out, and what they do here. */
export function Members({ department }: { department: Department }) {
  const { t } = useTranslation();
  const { data: agents } = useQuery(agentsQuery);
  const join = useJoin(department.id);
  const leave = useLeave(department.id);
  const joinAll = useJoinAll(department.id);
  const active = agents?.filter((agent) => agent.active) ?? [];
  const memberOf = (id: string) => department.members.find((member) => member.agent.id === id);

  return (
    <Section
      title={t('department.members')}
      lead={t('department.members_hint')}
      action={
        <Button variant="default" onClick={() => { joinAll.mutate(); }} loading={joinAll.isPending} disabled={active.every((agent) => memberOf(agent.id))}>
          {t('department.add_all')}
        </Button>
      }
    >
      {!agents && <Waiting rows={4} height={48} />}
      <Lines label={t('department.members')}>
        {active.map((agent) => {
          const member = memberOf(agent.id);
          return (
            <Line
              key={agent.id}
              lead={<Face name={agent.name} size={28} picture={agent.avatar_url} />}
              title={agent.name}
              detail={agent.email}
              faint={!member}
              actions={
                <>
                  {member && (
                    <>
                      <Checkbox
                        label={t('department.solves')}
                        checked={member.solves}
                        onChange={(e) => { join.mutate({ agent: agent.id, role: member.role, solves: e.currentTarget.checked }); }}
                      />
                      <Menu closeOnItemClick={false} position="bottom-end">
                        <Menu.Target>
                          <Button variant="default" aria-label={t('department.channels_of', { name: agent.name })}>
                            {t('department.channels', { count: member.channels.length })}
                          </Button>
                        </Menu.Target>
                        <Menu.Dropdown>
                          {CHANNELS.map((channel) => (
                            <Menu.Item key={channel} component="div">
                              <Checkbox
                                label={t(`served.${channel}`)}
                                checked={member.channels.includes(channel)}
                                onChange={(e) => {
                                  const others = member.channels.filter((one) => one !== channel);
                                  join.mutate({ agent: agent.id, channels: e.currentTarget.checked ? [...others, channel] : others });
                                }}
                              />
                            </Menu.Item>
                          ))}
                          <Menu.Divider />
                          <Menu.Item component="div">
                            <AgentRoutingFields agent={agent.id} />
                          </Menu.Item>
                        </Menu.Dropdown>
                      </Menu>
                      <NativeSelect
                        aria-label={t('department.role_of', { name: agent.name })}
                        value={member.role}
                        onChange={(e) => { join.mutate({ agent: agent.id, role: e.currentTarget.value as MemberRole, solves: member.solves }); }}
                        data={ROLES.map((role) => ({ value: role, label: t(`member.${role}`) }))}
                      />
                    </>
                  )}
                  <Switch
                    aria-label={t('department.member', { name: agent.name })}
                    checked={Boolean(member)}
                    onChange={(e) => {
                      if (e.currentTarget.checked) join.mutate({ agent: agent.id, role: 'solver', solves: true });
                      else leave.mutate(agent.id);
                    }}
                  />
                </>
              }
            />
          );
        })}
      </Lines>
    </Section>
  );
}
