package org.fourleaf.people;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An agent with all that other modules and the moment know of them. @param avatarUrl of their face in small; add {@code &size=large} @param erasedAt none of nearly all */
record AgentCard(
        UUID id,
        String email,
        String name,
        @Nullable String alias,
        @Nullable String avatarUrl,
        String role,
        List<String> departments,
        String language,
        List<String> languages,
        List<String> skills,
        @Nullable String timeZone,
        @Nullable String signatureHtml,
        boolean active,
        @Nullable Instant erasedAt,
        PresenceState presence,
        Instant createdAt,
        long version) {

    AgentCard {
        departments = List.copyOf(departments);
    }

    static AgentCard of(Agent agent, List<String> departments, PresenceState presence, @Nullable String avatarUrl) {
        return new AgentCard(
                agent.id(),
                agent.email(),
                agent.name(),
                agent.alias(),
                avatarUrl,
                agent.role(),
                departments,
                agent.language(),
                agent.languages(),
                agent.skills(),
                agent.timeZone(),
                agent.signatureHtml(),
                agent.active(),
                agent.erasedAt(),
                presence,
                agent.createdAt(),
                agent.version());
    }
}
