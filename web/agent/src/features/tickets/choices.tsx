import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PRIORITIES, type Priority, type Status } from '@/api/types';
import { AgentFace } from '@/features/agents/agent-face';
import { agentsQuery } from '@/features/agents/agents';
import { departmentsQuery } from '@/features/departments/departments';
import { useSession } from '@/features/session/session';
import { TagDot } from '@/features/tags/tag-dot';
import { useTagSearch } from '@/features/tags/tags';
import type { Choice } from '@/kit/choice-list';
import { Face, Nobody } from '@/kit/face';
import { PriorityMark, StatusMark } from './marks';

/** What an agent may put a ticket to by hand; chatting and calling come from the live channels alone. */
export const BY_HAND: Status[] = ['new', 'open', 'answered', 'pending', 'postponed', 'resolved', 'spam', 'deleted'];

export function useStatusChoices(statuses: Status[] = BY_HAND): Choice[] {
  const { t } = useTranslation();
  return statuses.map((status) => ({ value: status, label: t(`status.${status}`), words: [status], icon: <StatusMark status={status} bare /> }));
}

export function usePriorityChoices(): Choice[] {
  const { t } = useTranslation();
  return [...PRIORITIES].reverse().map((priority: Priority) => ({
    value: priority,
    label: t(`priority.${priority}`),
    words: [priority],
    icon: <PriorityMark priority={priority} bare />,
  }));
}

export const NOBODY = 'none';

/** Nobody, me, then the others by name. */
export function useAgentChoices(): { choices: Choice[]; agentOf: (id: string) => { id: string; email: string; name: string } | null } {
  const { t } = useTranslation();
  const { agent: me } = useSession();
  const { data = [] } = useQuery(agentsQuery);
  const agents = data.filter((agent) => agent.active || agent.id === me.id);
  const others = agents.filter((agent) => agent.id !== me.id).sort((a, b) => a.name.localeCompare(b.name));
  return {
    choices: [
      { value: me.id, label: me.name, hint: t('ticket.me'), words: [me.email, 'me'], icon: <AgentFace agent={me} size={18} /> },
      { value: NOBODY, label: t('ticket.nobody'), icon: <Nobody size={18} /> },
      ...others.map(({ id, name, email, avatar_url }) => ({ value: id, label: name, words: [email], icon: <Face name={name} size={18} picture={avatar_url} /> })),
    ],
    agentOf: (id) => (id === me.id ? me : (agents.find((agent) => agent.id === id) ?? null)),
  };
}

export function useDepartmentChoices(): { choices: Choice[]; departmentOf: (id: string) => { id: string; name: string } | undefined } {
  const { data = [] } = useQuery(departmentsQuery);
  return {
    choices: data.map(({ id, name, description }) => ({ value: id, label: name, words: [description ?? ''] })),
    departmentOf: (id) => data.find((department) => department.id === id),
  };
}

/**
 * Tags to choose from; `typed` is there when the server has to look for more of them.
 * @param also those that are worn, offered first where there are many
 */
export function useTagChoices(also: readonly string[] = [], colours: Record<string, string> = {}): { choices: Choice[]; typed?: (query: string) => void } {
  const { tags, query, typed } = useTagSearch();
  const key = query.toLowerCase();
  const offered = new Map(also.filter((name) => name.toLowerCase().includes(key)).map((name) => [name, colours[name]]));
  for (const tag of tags) offered.set(tag.name, tag.colour);
  return { choices: [...offered].map(([name, colour]) => ({ value: name, label: name, icon: <TagDot colour={colour} /> })), typed };
}
