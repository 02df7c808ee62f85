package org.fourleaf.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.web.Page;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts agents, their departments and their presence together, a page at a time. */
@Component
class AgentCards {

    private final Optional<AgentDepartments> departments;
    private final PresenceStore presence;
    private final AvatarStore avatars;
    private final Agents agents;

    AgentCards(Optional<AgentDepartments> departments, PresenceStore presence, AvatarStore avatars, Agents agents) {
        this.departments = departments;
        this.presence = presence;
        this.avatars = avatars;
        this.agents = agents;
    }

    AgentCard of(Actor by, Agent agent) {
        return of(by, List.of(agent)).getFirst();
    }

    /** As it is now, after a change. */
    @Transactional(readOnly = true)
    public AgentCard fresh(Actor by, UUID agent) {
        return of(by, agents.readable(by, agent));
    }

    Page<AgentCard> of(Actor by, Page<Agent> page) {
        return new Page<>(of(by, page.items()), page.next());
    }

    /** @throws Refusal invalid when one is unknown */
    void join(Actor by, UUID agent, List<String> names) {
        departments.ifPresent(known -> known.join(by, agent, names));
    }

    private List<AgentCard> of(Actor by, List<Agent> agents) {
        List<UUID> ids = agents.stream().map(Agent::id).toList();
        Map<UUID, List<String>> names =
                departments.map(known -> known.namesOf(by, ids)).orElse(Map.of());
        Map<UUID, PresenceState> states = presence.of(by.workspace(), ids);
        Map<UUID, String> faces = avatars.urls(by.workspace(), ids);
        return agents.stream()
                .map(agent -> AgentCard.of(
                        agent,
                        names.getOrDefault(agent.id(), List.of()),
                        states.getOrDefault(agent.id(), PresenceState.OFFLINE),
                        faces.get(agent.id())))
                .toList();
    }
}
