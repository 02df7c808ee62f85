package org.fourleaf.badges;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/**
 * An agent holds a badge from an evaluation day on.
 *
 * @param day such as 2026-03-09
 * @param tier of an earned badge
 * @param quiet nobody is told
 * @param points given with it, like {@code coins}, if any
 */
@Records(ActivityKind.BADGE_AWARDED)
public record BadgeAwarded(
        UUID agent,
        String badge,
        String day,
        double value,
        @Nullable String tier,
        @Nullable Boolean quiet,
        @Nullable Integer points,
        @Nullable Integer coins)
        implements Fact {}
