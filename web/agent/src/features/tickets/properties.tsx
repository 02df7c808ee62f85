import { IconBuilding, IconTag } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Priority, Status, Ticket } from '@/api/types';
import { AgentFace } from '@/features/agents/agent-face';
import { useTypeName } from '@/features/words/word-list';
import { TagDot } from '@/features/tags/tag-dot';
import { EndingDialog } from '@/features/words/ending-dialog';
import { useOffered } from '@/features/words/words';
import { Nobody } from '@/kit/face';
import { Picker } from '@/kit/picker';
import type { useActs } from './acts';
import { toAssignee, toDepartment, toPriority, toResolved, toStatus, toSubStatus, toTags, toType } from './changes';
import { BY_HAND, NOBODY, useAgentChoices, useDepartmentChoices, usePriorityChoices, useStatusChoices, useTagChoices } from './choices';
import { PriorityMark, StatusMark } from './marks';
import classes from './header.module.css';

interface Props {
  ticket: Ticket;
  change: ReturnType<typeof useActs>['one'];
  postpone: () => void;
}

/** What a ticket is, each changed where it stands. */
export function Properties({ ticket, change, postpone }: Props) {
  const { t } = useTranslation();
  const { abilities: may, code } = ticket;
  const statuses = useStatusChoices(
    BY_HAND.filter((status) => {
      if (status === ticket.status) return true;
      if (status === 'new') return false;
      if (status === 'resolved') return may.resolve !== false;
      if (status === 'postponed') return may.postpone !== false;
      if (status === 'deleted') return may.delete !== false;
      if (status === 'spam') return may.spam !== false;
      return true;
    }),
  );
  const priorities = usePriorityChoices();
  const { choices: agents, agentOf } = useAgentChoices();
  const { choices: departments, departmentOf } = useDepartmentChoices();
  const tags = useTagChoices(ticket.tags, ticket.tag_colours);
  const [resolving, setResolving] = useState(false);
  const dispositions = useOffered('dispositions');
  const subStatuses = useOffered('sub-statuses').filter((one) => one.status === ticket.status);
  const types = useOffered('ticket-types');
  const typeName = useTypeName();
  const is = (label: string, value: string) => `${label}: ${value}`;
  const toggle = (name: string) => void change(code, toTags(ticket.tags.includes(name) ? ticket.tags.filter((tag) => tag !== name) : [...ticket.tags, name]));

  return (
    <div className={classes.properties} role="group" aria-label={t('ticket.properties')}>
      <Picker
        label={t('ticket.status')}
        told={is(t('ticket.status'), t(`status.${ticket.status}`))}
        choices={statuses}
        chosen={[ticket.status]}
        disabled={may.edit === false && may.resolve === false && may.reopen === false}
        choose={(value) => {
          if (value === 'postponed') postpone();
          else if (value === 'resolved' && value !== ticket.status && dispositions.length > 0) setResolving(true);
          else if (value !== ticket.status) void change(code, toStatus(value as Status));
        }}
      >
        <StatusMark status={ticket.status} size={15} bare />
        <span>{t(`status.${ticket.status}`)}</span>
      </Picker>
      {subStatuses.length > 0 && (
        <Picker
          label={t('ticket.sub_status')}
          told={is(t('ticket.sub_status'), ticket.sub_status?.name ?? t('ticket.no_sub_status'))}
          choices={[{ value: '', label: t('ticket.no_sub_status') }, ...subStatuses.map(({ id, name }) => ({ value: id, label: name }))]}
          chosen={[ticket.sub_status?.id ?? '']}
          disabled={may.edit === false}
          choose={(id) => void change(code, toSubStatus(subStatuses.find((one) => one.id === id) ?? null))}
        >
          <span>{ticket.sub_status?.name ?? t('ticket.no_sub_status')}</span>
        </Picker>
      )}
      <Picker
        label={t('ticket.type')}
        told={is(t('ticket.type'), typeName(ticket.type))}
        choices={types.map(({ name }) => ({ value: name, label: typeName(name) }))}
        chosen={[ticket.type]}
        disabled={may.edit === false}
        choose={(type) => void change(code, toType(type))}
      >
        <span>{typeName(ticket.type)}</span>
      </Picker>
      <EndingDialog
        opened={resolving}
        close={() => { setResolving(false); }}
        departments={[ticket.department.id]}
        choose={(disposition) => void change(code, toResolved(disposition))}
      />
      <Picker
        label={t('ticket.priority')}
        told={is(t('ticket.priority'), t(`priority.${ticket.priority}`))}
        choices={priorities}
        chosen={[ticket.priority]}
        disabled={may.edit === false}
        choose={(value) => void change(code, toPriority(value as Priority))}
      >
        <PriorityMark priority={ticket.priority} size={15} bare />
        <span>{t(`priority.${ticket.priority}`)}</span>
      </Picker>
      <Picker
        label={t('ticket.assignee')}
        told={is(t('ticket.assignee'), ticket.assignee?.name ?? t('ticket.nobody'))}
        choices={agents}
        chosen={[ticket.assignee?.id ?? NOBODY]}
        disabled={may.assign === false}
        choose={(id) => void change(code, toAssignee(id === NOBODY ? null : agentOf(id)))}
      >
        {ticket.assignee ? <AgentFace agent={ticket.assignee} size={18} /> : <Nobody size={16} />}
        <span>{ticket.assignee?.name ?? t('ticket.nobody')}</span>
      </Picker>
      <Picker
        label={t('ticket.department')}
        told={is(t('ticket.department'), ticket.department.name)}
        choices={departments}
        chosen={[ticket.department.id]}
        disabled={may.transfer === false}
        choose={(id) => {
          const department = departmentOf(id);
          if (department) void change(code, toDepartment(department));
        }}
      >
        <IconBuilding size={15} stroke={1.7} aria-hidden="true" />
        <span>{ticket.department.name}</span>
      </Picker>
      <Picker
        label={t('act.tag_with')}
        told={is(t('ticket.tags'), ticket.tags.join(', ') || t('ticket.no_tags'))}
        {...tags}
        chosen={ticket.tags}
        choose={toggle}
        create={toggle}
        several
        disabled={may.tag === false}
      >
        <IconTag size={15} stroke={1.7} aria-hidden="true" />
        <span>
          {ticket.tags.length === 0 && t('ticket.tag')}
          {ticket.tags.map((tag, index) => (
            <span key={tag}>
              {index > 0 && ', '}
              <TagDot colour={ticket.tag_colours[tag]} />
              {tag}
            </span>
          ))}
        </span>
      </Picker>
    </div>
  );
}
