package org.fourleaf.signin;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fourleaf.people.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * A program's way in, acting as an agent.
 *
 * @param scopes the permissions it is narrowed to, none for all the agent's
 * @param addresses or networks it may come from, none for any
 * @param createdBy the agent who made it
 */
record ApiToken(
        UUID id,
        PersonName agent,
        String name,
        @Nullable List<String> scopes,
        @Nullable List<String> addresses,
        UUID createdBy,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant usedAt) {}
