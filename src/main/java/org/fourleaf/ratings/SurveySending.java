package org.fourleaf.ratings;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One survey to the customer of one ticket. Agent, department and channel are those of when it was resolved. @param sentAt or when it is tried next */
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
