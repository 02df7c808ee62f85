import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PRIORITIES, STATUSES } from '@/api/types';
import { agentsQuery } from '@/features/agents/agents';
import { departmentsQuery } from '@/features/departments/departments';
import { weekdayName, WEEKDAYS } from '@/features/business-hours/hours';
import { mailboxesQuery } from '@/features/mailboxes/mailboxes';
import { levelsQuery } from '@/features/slas/slas';
import { BY_HAND } from '@/features/tickets/choices';
import { useTypeName } from '@/features/words/word-list';
import { useOffered } from '@/features/words/words';
import { ownFieldsQuery } from './own-fields';

export const CHANNELS = [
  'email', 'form', 'portal', 'api', 'chat', 'call', 'facebook', 'instagram', 'whatsapp', 'viber', 'telegram', 'x', 'sms', 'webhook',
] as const;
const ACTORS = ['agent', 'customer', 'rule', 'clock', 'system'] as const;
const DIRECTIONS = ['in', 'out'] as const;
const RATINGS = ['reward', 'neutral', 'rebuke'] as const;
const DELIVERIES = ['scheduled', 'sending', 'sent', 'delayed', 'not_delivered'] as const;
const PRESENCES = ['online', 'paused', 'offline'] as const;
const ME = 'me';
const NOBODY = 'none';
const MINE = 'mine';

interface Offer {
  value: string;
  label: string;
}

export interface Choices {
  /** What a field can be compared with. */
  of: (field: string) => Offer[];
  /** The workspace's own fields of tickets. */
  own: { key: string; name: string }[];
  /** What the ids in the condition were called when it was read. */
  names: Record<string, string>;
  nameOf: (id: string) => string;
  idOf: (name: string) => string;
}

/** @param rules whether rules ask, which have no me and no my departments
 * @param names what the ids in the condition were called when it was read */
export function useConditionChoices(names: Record<string, string>, rules = false): Choices {
  const { t, i18n } = useTranslation();
  const { data: agents = [] } = useQuery(agentsQuery);
  const { data: departments = [] } = useQuery(departmentsQuery);
  const { data: mailboxes = [] } = useQuery({ ...mailboxesQuery, enabled: rules });
  const { data: levels = [] } = useQuery(levelsQuery);
  const { data: own = [] } = useQuery(ownFieldsQuery);
  const subStatuses = useOffered('sub-statuses');
  const dispositions = useOffered('dispositions');
  const types = useOffered('ticket-types');
  const typeName = useTypeName();
  const named = (things: { id: string; name: string }[]): Offer[] => things.map(({ id, name }) => ({ value: id, label: name }));
  const offers: Record<string, Offer[]> = {
    status: BY_HAND.map((status) => ({ value: status, label: t(`status.${status}`) })),
    priority: PRIORITIES.map((priority) => ({ value: priority, label: t(`priority.${priority}`) })),
    channel: CHANNELS.map((channel) => ({ value: channel, label: t(`channel.${channel}`) })),
    source: [
      ...CHANNELS.map((channel) => ({ value: channel, label: t(`channel.${channel}`) })),
      ...mailboxes.map(({ id, address }) => ({ value: id, label: address })),
    ],
    actor: [...ACTORS.map((kind) => ({ value: kind, label: t(`condition.actor_${kind}`) })), ...named(agents)],
    direction: DIRECTIONS.map((one) => ({ value: one, label: t(`condition.direction_${one}`) })),
    rating: RATINGS.map((one) => ({ value: one, label: t(`condition.rating_${one}`) })),
    delivery: DELIVERIES.map((one) => ({ value: one, label: t(`delivery.${one}`) })),
    assignee_presence: PRESENCES.map((one) => ({ value: one, label: t(`presence.${one}`) })),
    now_weekday: WEEKDAYS.map((day) => ({ value: day, label: weekdayName(day, i18n.language, 'long') })),
    status_before: STATUSES.map((status) => ({ value: status, label: t(`status.${status}`) })),
    department: [...(rules ? [] : [{ value: MINE, label: t('condition.my_departments') }]), ...named(departments)],
    assignee: [...(rules ? [] : [{ value: ME, label: t('ticket.me') }]), { value: NOBODY, label: t('ticket.nobody') }, ...named(agents)],
    sla_level: named(levels),
    sub_status: named(subStatuses),
    disposition: dispositions.map(({ name }) => ({ value: name, label: name })),
    type: types.map(({ name }) => ({ value: name, label: typeName(name) })),
  };
  const ids = new Map(Object.entries(names).map(([id, name]) => [name, id]));
  return {
    of: (field) => offers[field] ?? [],
    own: own.filter((field) => !field.archived),
    names,
    nameOf: (id) => names[id] ?? id,
    idOf: (name) => ids.get(name) ?? name,
  };
}
