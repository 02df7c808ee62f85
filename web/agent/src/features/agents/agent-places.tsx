import { Button, Checkbox, NativeSelect, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agent, Department, MemberRole, ServedChannel } from '@/api/types';
import { SmallEditor } from '@/features/composer/small-editor';
import { departmentsQuery } from '@/features/departments/departments';
import { useJoin, useLeave } from '@/features/departments/edit-department';
import { Line, Lines } from '@/kit/sheet';
import { Waiting } from '@/kit/states';
import { told } from '@/kit/toast';
import classes from './agents.module.css';

const CHANNELS: ServedChannel[] = ['ticket', 'chat', 'call'];
const ROLES: MemberRole[] = ['reader', 'solver', 'lead'];

/** Every department with a switch: in or out, and what the agent does and signs with there. */
export function AgentPlaces({ agent, fixed }: { agent: Agent; fixed: boolean }) {
  const { t } = useTranslation();
  const { data } = useQuery(departmentsQuery);
  if (!data) return <Waiting rows={3} height={48} />;
  return (
    <Lines label={t('settings.departments')}>
      {data.map((department) => (
        <Place key={department.id} agent={agent} department={department} fixed={fixed} />
      ))}
    </Lines>
  );
}

function Place({ agent, department, fixed }: { agent: Agent; department: Department; fixed: boolean }) {
  const { t } = useTranslation();
  const join = useJoin(department.id);
  const leave = useLeave(department.id);
  const [signing, setSigning] = useState(false);
  const member = department.members.find((one) => one.agent.id === agent.id);
  const name = department.name;
  const put = (place: { role?: MemberRole; solves?: boolean; channels?: ServedChannel[] }) => { join.mutate({ agent: agent.id, ...place }); };
  return (
    <Line
      title={<Link to="/settings/departments/$id" params={{ id: department.id }}>{name}</Link>}
      faint={!member}
      detail={
        member && (
          <span className={classes.place}>
            {CHANNELS.map((channel) => (
              <Checkbox
                key={channel}
                label={t(`served.${channel}`)}
                aria-label={t('agent.serves', { channel: t(`served.${channel}`), name })}
                checked={member.channels.includes(channel)}
                disabled={fixed}
                onChange={(e) => {
                  const others = member.channels.filter((one) => one !== channel);
                  put({ channels: e.currentTarget.checked ? [...others, channel] : others });
                }}
              />
            ))}
            <Checkbox
              label={t('department.solves')}
              aria-label={t('agent.solves_in', { name })}
              checked={member.solves}
              disabled={fixed}
              onChange={(e) => { put({ solves: e.currentTarget.checked }); }}
            />
          </span>
        )
      }
      below={
        member &&
        signing && <Signature agent={agent} department={department} html={member.signature_html ?? ''} saved={() => { setSigning(false); }} />
      }
      actions={
        <>
          {member && !fixed && (
            <Button size="xs" variant="default" aria-expanded={signing} aria-label={t('agent.signature_in', { name })} onClick={() => { setSigning(!signing); }}>
              {t('agent.signature')}
            </Button>
          )}
          {member && (
            <NativeSelect
              aria-label={t('agent.role_in', { name })}
              value={member.role}
              disabled={fixed}
              onChange={(e) => { put({ role: e.currentTarget.value as MemberRole }); }}
              data={ROLES.map((role) => ({ value: role, label: t(`member.${role}`) }))}
            />
          )}
          <Switch
            aria-label={t('department.member', { name })}
            checked={Boolean(member)}
            disabled={fixed}
            onChange={(e) => {
              if (e.currentTarget.checked) put({ role: 'solver', solves: true });
              else leave.mutate(agent.id);
            }}
          />
        </>
      }
    />
  );
}

/** Under this agent's answers from here, in place of their own and the department's. */
function Signature({ agent, department, html, saved }: { agent: Agent; department: Department; html: string; saved: () => void }) {
  const { t } = useTranslation();
  const [written, setWritten] = useState(html);
  const join = useJoin(department.id);
  return (
    <div className={classes.signature}>
      <SmallEditor label={t('agent.signature_in', { name: department.name })} html={html} changed={setWritten} />
      <p className={classes.note}>{t('agent.signature_hint')}</p>
      <Button
        size="xs"
        loading={join.isPending}
        onClick={() => {
          join.mutate(
            { agent: agent.id, signature_html: written },
            { onSuccess: () => { told(t('common.saved')); saved(); } },
          );
        }}
      >
        {t('common.save')}
      </Button>
    </div>
  );
}
