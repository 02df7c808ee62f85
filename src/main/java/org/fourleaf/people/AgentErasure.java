package org.fourleaf.people;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far the erasing of an agent is. Who they were is gone at once. @param doneAt when the last words were gone too, none before */
public record AgentErasure(
        UUID agent, Instant askedAt, @Nullable Instant doneAt) {}
