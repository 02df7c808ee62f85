import { useTranslation } from 'react-i18next';
import type { Ticket } from '@/api/types';
import { PickDialog } from '@/kit/picker';
import type { useActs } from './acts';
import { toAssignee, toDepartment, toStatus, toTags } from './changes';
import { NOBODY, useAgentChoices, useDepartmentChoices, useStatusChoices, useTagChoices } from './choices';

export type ActDialog = 'assign' | 'tag' | 'status' | 'transfer' | null;

interface Props {
  open: ActDialog;
  close: () => void;
  tickets: Ticket[];
  act: ReturnType<typeof useActs>['act'];
}

/** What the keys a, t, s and d open: choices for the ticket under the cursor, or for all that are selected. */
export function ActDialogs({ open, close, tickets, act }: Props) {
  const { t } = useTranslation();
  const { choices: agents, agentOf } = useAgentChoices();
  const { choices: departments, departmentOf } = useDepartmentChoices();
  const statuses = useStatusChoices(['open', 'answered', 'pending', 'resolved', 'spam', 'deleted']);
  const shared = tickets[0]?.tags.filter((tag) => tickets.every((ticket) => ticket.tags.includes(tag))) ?? [];
  const tags = useTagChoices(shared);
  const codes = tickets.map((ticket) => ticket.code);

  const toggleTag = (name: string) => {
    const has = shared.includes(name);
    void act(
      codes,
      (ticket) => toTags(has ? ticket.tags.filter((tag) => tag !== name) : [...new Set([...ticket.tags, name])]),
      t(has ? 'act.untagged' : 'act.tagged', { name }),
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
          void act(codes, toAssignee(agent), agent ? t('act.assigned', { name: agent.name }) : t('act.unassigned'));
        }}
      />
      <PickDialog opened={open === 'tag'} close={close} label={t('act.tag_with')} choices={tags} chosen={shared} choose={toggleTag} create={toggleTag} several />
      <PickDialog
        opened={open === 'status'}
        close={close}
        label={t('act.set_status')}
        choices={statuses}
        choose={(value) => {
          const status = value as Ticket['status'];
          void act(codes, toStatus(status), t(`status.${status}`));
        }}
      />
      <PickDialog
        opened={open === 'transfer'}
        close={close}
        label={t('act.transfer_to')}
        choices={departments}
        choose={(id) => {
          const department = departmentOf(id);
          if (department) void act(codes, toDepartment(department), t('act.transferred', { name: department.name }));
        }}
      />
    </>
  );
}
