package org.fourleaf.ratings;

import java.time.Instant;
import java.util.UUID;
import org.fourleaf.departments.Department;
import org.fourleaf.tickets.Channel;
import org.jspecify.annotations.Nullable;

/**
 * What a customer said, as lists show it.
 *
 * @param rating of an answer; none for a survey's score
 * @param refused they would rather not say: a neutral rating, marked
 * @param ticket none when it was brought in without one, or lies where the reader may not look
 * @param message the answer that was rated; none for conversations, surveys and what was brought in
 * @param department and channel are those of the moment
 * @param invalidated it counts no more
 */
record RatingCard(
        UUID id,
        Measure kind,
        @Nullable Verdict rating,
        @Nullable Integer score,
        boolean refused,
        @Nullable String comment,
        Instant at,
        @Nullable OfTicket ticket,
        @Nullable UUID message,
        Department.@Nullable AgentName agent,
        @Nullable Named department,
        @Nullable Channel channel,
        @Nullable Named customer,
        @Nullable Named survey,
        @Nullable Invalidated invalidated,
        Abilities abilities,
        long version) {

    record OfTicket(String code, String subject) {}

    record Named(UUID id, String name) {}

    /** @param by none when an import said so */
    record Invalidated(
            Instant at, @Nullable Named by, @Nullable String reason) {}

    record Abilities(boolean invalidate) {}
}
