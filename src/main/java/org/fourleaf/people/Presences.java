package org.fourleaf.people;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to who is there: everybody may know who is online, and why somebody paused whoever looks after them. */
@Component
@Transactional(readOnly = true)
class Presences {

    private final PresenceStore store;
    private final List<PresenceOversight> oversights;

    Presences(PresenceStore store, List<PresenceOversight> oversights) {
        this.store = store;
        this.oversights = oversights;
    }

    Presence of(Actor by, Agent agent) {
        List<Presence.OnChannel> channels =
                store.each(by.workspace(), List.of(agent.id())).getOrDefault(agent.id(), List.of());
        return Presence.of(agent.named(), channels, agent.id().equals(by.id()) || oversees(by, agent.id()));
    }

    boolean oversees(Actor by, UUID agent) {
        return by.may(Permission.AGENTS_MANAGE) || overseen(by).contains(agent);
    }

    /** Those one looks after, oneself among them; the first {@value Limits#LIST_SIZE_MAX} by name. */
    List<Presence> team(Actor by) {
        @Nullable Collection<UUID> whom = by.may(Permission.AGENTS_MANAGE) ? null : overseen(by);
        List<PersonName> agents = store.named(by.workspace(), whom, Limits.LIST_SIZE_MAX);
        Map<UUID, List<Presence.OnChannel>> each =
                store.each(by.workspace(), agents.stream().map(PersonName::id).toList());
        return agents.stream()
                .map(agent -> Presence.of(agent, each.getOrDefault(agent.id(), List.of()), true))
                .toList();
    }

    private Set<UUID> overseen(Actor by) {
        Set<UUID> agents = new HashSet<>();
        oversights.forEach(oversight -> agents.addAll(oversight.overseenBy(by)));
        if (by.isAgent()) {
            agents.add(by.agentId());
        }
        return agents;
    }
}
