import type { Department, Person, Priority, Status, Ticket } from '@/api/types';
import type { TicketChange } from './edit-ticket';

export const toStatus = (status: Status): TicketChange => ({ edit: { status }, shown: { status, postponed_until: null, sub_status: null } });

export const toResolved = (disposition: string | null): TicketChange => ({
  edit: { status: 'resolved', ...(disposition && { disposition }) },
  shown: { status: 'resolved', postponed_until: null, disposition },
});

export const toSubStatus = (subStatus: { id: string; name: string } | null): TicketChange => ({
  edit: { sub_status: subStatus?.id ?? null },
  shown: { sub_status: subStatus },
});

export const toType = (type: string): TicketChange => ({ edit: { type }, shown: { type } });

export const toField = (ticket: Ticket, key: string, value: unknown): TicketChange => ({
  edit: { fields: { [key]: value } },
  shown: { fields: { ...ticket.fields, [key]: value } },
});

export const postponed = (until: string): TicketChange => ({
  edit: { status: 'postponed', postponed_until: until },
  shown: { status: 'postponed', postponed_until: until },
});

export const toLevel = (level: { id: string; name: string } | null): TicketChange => ({
  edit: { sla_level: level?.id ?? null },
  shown: { sla_level: level && { id: level.id, name: level.name } },
});

export const toPriority = (priority: Priority): TicketChange => ({ edit: { priority }, shown: { priority } });

export const toAssignee = (agent: Person | null): TicketChange => ({
  edit: { assignee: agent?.id ?? null },
  shown: { assignee: agent && { id: agent.id, email: agent.email, name: agent.name } },
});

export const toDepartment = ({ id, name }: Pick<Department, 'id' | 'name'>): TicketChange => ({
  edit: { department: id },
  shown: { department: { id, name } },
});

export const toTags = (tags: string[]): TicketChange => ({ edit: { tags }, shown: { tags } });

export const toSubject = (subject: string): TicketChange => ({ edit: { subject }, shown: { subject } });

/** The change that brings back what a change took away. */
export function undoing(change: TicketChange, before: Ticket): TicketChange {
  const changes = [
    'status' in change.edit && before.postponed_until ? postponed(before.postponed_until) : null,
    'status' in change.edit && !before.postponed_until ? toStatus(before.status) : null,
    'priority' in change.edit ? toPriority(before.priority) : null,
    'assignee' in change.edit ? toAssignee(before.assignee) : null,
    'department' in change.edit ? toDepartment(before.department) : null,
    'tags' in change.edit ? toTags(before.tags) : null,
    'sla_level' in change.edit ? toLevel(before.sla_level) : null,
  ].filter((back) => back !== null);
  return {
    edit: Object.assign({}, ...changes.map((back) => back.edit)) as TicketChange['edit'],
    shown: Object.assign({}, ...changes.map((back) => back.shown)) as TicketChange['shown'],
  };
}
