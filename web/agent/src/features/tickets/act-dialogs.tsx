import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { MassAct, Ticket } from '@/api/types';
import { levelsQuery } from '@/features/slas/slas';
import { EndingDialog } from '@/features/words/ending-dialog';
import { PickDialog } from '@/kit/picker';
import type { useActs } from './acts';
import { postponed, toAssignee, toDepartment, toLevel, toPriority, toResolved, toStatus, toTags } from './changes';
import { NOBODY, useAgentChoices, useDepartmentChoices, usePriorityChoices, useStatusChoices, useTagChoices } from './choices';
import type { TicketChange } from './edit-ticket';
import { PostponeDialog } from './postpone-dialog';

export type ActDialog = 'assign' | 'tag' | 'status' | 'transfer' | 'priority' | 'postpone' | 'level' | 'resolve' | null;

interface Props {
  open: ActDialog;
  close: () => void;
  tickets: Ticket[];
  act: ReturnType<typeof useActs>['act'];
  /** Does it on the server instead, to more than is on screen. */
  mass: ((act: MassAct, what: string) => void) | null;
  /** Resolves, asking first how it ended where that is said. */
  resolve: () => void;
  /** They are about to leave the list. */
  resolved: () => void;
}

/** What the keys a, t, s and d open: choices for the ticket under the cursor, or for all that are selected. */
export function ActDialogs({ open, close, tickets, act, mass, resolve, resolved }: Props) {
  const { t } = useTranslation();
  const { choices: agents, agentOf } = useAgentChoices();
  const { choices: departments, departmentOf } = useDepartmentChoices();
  const statuses = useStatusChoices(['open', 'answered', 'pending', 'resolved', 'spam', 'deleted']);
  const shared = tickets[0]?.tags.filter((tag) => tickets.every((ticket) => ticket.tags.includes(tag))) ?? [];
  const tags = useTagChoices(shared, tickets[0]?.tag_colours);
  const codes = tickets.map((ticket) => ticket.code);
  const priorities = usePriorityChoices();
  const { data: levels = [] } = useQuery({ ...levelsQuery, enabled: open === 'level' });

  const change = (to: TicketChange, what: string) => {
    if (mass) mass(to.edit as MassAct, what);
    else void act(codes, to, what);
  };

  const toggleTag = (name: string) => {
    const has = shared.includes(name);
    const what = t(has ? 'act.untagged' : 'act.tagged', { name });
    if (mass) {
      mass(has ? { remove_tags: [name] } : { add_tags: [name] }, what);
      close();
      return;
    }
    void act(
      codes,
      (ticket) => toTags(has ? ticket.tags.filter((tag) => tag !== name) : [...new Set([...ticket.tags, name])]),
      what,
    );
  };

  return (
    <>
      <PickDialog
        opened={open === 'assign'}
        close={close}
        label={t('act.assign_to')}
        choices={agents}
        choose={(id) => {
          const agent = id === NOBODY ? null : agentOf(id);
          change(toAssignee(agent), agent ? t('act.assigned', { name: agent.name }) : t('act.unassigned'));
        }}
      />
      <PickDialog opened={open === 'tag'} close={close} label={t('act.tag_with')} {...tags} chosen={shared} choose={toggleTag} create={toggleTag} several />
      <PickDialog
        opened={open === 'status'}
        close={close}
        label={t('act.set_status')}
        choices={statuses}
        choose={(value) => {
          const status = value as Ticket['status'];
          if (status === 'resolved') resolve();
          else change(toStatus(status), t(`status.${status}`));
        }}
      />
      <EndingDialog
        opened={open === 'resolve'}
        close={close}
        departments={tickets.map((ticket) => ticket.department.id)}
        choose={(disposition) => {
          const to = toResolved(disposition);
          if (mass) mass(to.edit as MassAct, t('status.resolved'));
          else {
            resolved();
            void act(codes, to, t('status.resolved'));
          }
        }}
      />
      <PickDialog
        opened={open === 'transfer'}
        close={close}
        label={t('act.transfer_to')}
        choices={departments}
        choose={(id) => {
          const department = departmentOf(id);
          if (department) change(toDepartment(department), t('act.transferred', { name: department.name }));
        }}
      />
      <PickDialog
        opened={open === 'priority'}
        close={close}
        label={t('act.set_priority')}
        choices={priorities}
        choose={(value) => {
          const priority = value as Ticket['priority'];
          change(toPriority(priority), t(`priority.${priority}`));
        }}
      />
      <PickDialog
        opened={open === 'level'}
        close={close}
        label={t('sla.level')}
        choices={[{ value: '', label: t('sla.no_level') }, ...levels.map(({ id, name }) => ({ value: id, label: name }))]}
        choose={(id) => {
          const level = levels.find((one) => one.id === id) ?? null;
          change(toLevel(level), level?.name ?? t('sla.no_level'));
        }}
      />
      <PostponeDialog opened={open === 'postpone'} close={close} choose={(until) => { change(postponed(until), t('status.postponed')); }} />
    </>
  );
}
