import { useQuery } from '@tanstack/react-query';
import type { Agent } from '@/api/types';
import { Face } from '@/kit/face';
import { agentsQuery } from './agents';

const faces = new WeakMap<Agent[], Map<string, string>>();

/** Where everybody's picture is, looked up once for each list that was told. */
function facesOf(agents: Agent[]) {
  let known = faces.get(agents);
  if (!known) {
    known = new Map(agents.flatMap(({ id, avatar_url }) => (avatar_url ? [[id, avatar_url]] : [])));
    faces.set(agents, known);
  }
  return known;
}

/** The face of an agent known by id and name alone, as tickets and messages name them. */
export function AgentFace({ agent, size }: { agent: { id: string; name: string }; size?: number }) {
  const { data: picture } = useQuery({ ...agentsQuery, select: (agents) => facesOf(agents).get(agent.id) ?? null });
  return <Face name={agent.name} size={size} picture={picture} />;
}
