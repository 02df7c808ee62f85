package org.fourleaf.massactions;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change to many tickets, on its way or after.
 *
 * @param unchanged tickets that were so already
 * @param failed tickets that could not be changed, all of them, also those beyond the first in {@code failures}
 * @param notUndone tickets that somebody changed since, so that not all of them was put back
 * @param undoable whether it can be taken back now
 */
record MassAction(
        UUID id,
        MassActionState state,
        int total,
        int done,
        int unchanged,
        int failed,
        int undone,
        int notUndone,
        Instant createdAt,
        @Nullable Instant endedAt,
        boolean undoable,
        List<Failure> failures) {

    /** A ticket it could not change, or not put back. @param code none when the ticket is no more to be seen */
    record Failure(@Nullable String code, String reason) {}

    MassAction {
        failures = List.copyOf(failures);
    }
}
