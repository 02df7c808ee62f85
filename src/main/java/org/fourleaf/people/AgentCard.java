package org.fourleaf.people;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An agent with all that other modules and the moment know of them. */
record AgentCard(
        UUID id,
        String email,
        String name,
        @Nullable String alias,
        String role,
        List<String> departments,
        String language,
        List<String> languages,
        List<String> skills,
        @Nullable String timeZone,
        @Nullable String signatureHtml,
        boolean active,
        PresenceState presence,
        Instant createdAt,
        long version) {

    AgentCard {
        departments = List.copyOf(departments);
    }

    static AgentCard of(Agent agent, List<String> departments, PresenceState presence) {
        return new AgentCard(
                agent.id(),
                agent.email(),
                agent.name(),
                agent.alias(),
                agent.role(),
                departments,
                agent.language(),
                agent.languages(),
                agent.skills(),
                agent.timeZone(),
                agent.signatureHtml(),
                agent.active(),
                presence,
                agent.createdAt(),
                agent.version());
    }
}
