package org.fourleaf.badges;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody held a badge.
 *
 * @param tier of an earned badge, which is never lost
 * @param since the evaluation day it was won on
 * @param until the evaluation day it went to somebody else, none while it is held
 * @param value what it was won with
 * @param played whether it was found by playing the past, not on its night
 */
record Award(
        UUID id,
        String badge,
        UUID agent,
        @Nullable Tier tier,
        LocalDate since,
        @Nullable LocalDate until,
        double value,
        long sample,
        boolean played) {}
