package org.fourleaf.ratings;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One survey to the customer of one ticket.
 *
 * @param agent the ticket's when it was resolved: its owner, else who answered last, else who resolved it
 * @param sentAt or when it is tried next
 */
record SurveySending(
        UUID id,
        UUID survey,
        UUID ticket,
        UUID customer,
        @Nullable UUID company,
        @Nullable UUID agent,
        UUID department,
        int channel,
        int tries,
        Instant sentAt) {}
