package org.fourleaf.platform.log;

import java.time.Instant;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One line of the log.
 *
 * @param seq grows with the changes of one ticket; between tickets no order is promised
 * @param at when it happened, which for imported facts is long before it was recorded
 * @param channel the channel's code
 */
public record Recorded(
        UUID workspace,
        long seq,
        Instant at,
        ActivityKind kind,
        Actor.Kind byKind,
        @Nullable UUID byId,
        @Nullable UUID ticket,
        @Nullable UUID agent,
        @Nullable UUID customer,
        @Nullable UUID company,
        @Nullable UUID department,
        @Nullable Integer channel,
        ObjectNode facts) {

    /** Brought in from elsewhere: figures count it, nothing reacts to it. */
    public boolean imported() {
        return byKind == Actor.Kind.IMPORT;
    }
}
