package org.fourleaf.points;

import java.time.Instant;
import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.jspecify.annotations.Nullable;

/**
 * Points given, or below zero taken back; never changed.
 *
 * @param day since 1970, in the workspace's zone, of when it happened
 * @param seq the line of the log it is for
 * @param reverses the entry it takes back
 */
record PointEntry(
        UUID id,
        UUID agent,
        String rule,
        int points,
        Instant at,
        int day,
        @Nullable UUID ticket,
        ActivityKind kind,
        long seq,
        @Nullable UUID reverses) {}
