package org.fourleaf.badges;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** An agent holds a badge no more from an evaluation day on. @param quiet nobody is told */
@Records(ActivityKind.BADGE_LOST)
public record BadgeLost(
        UUID agent, String badge, String day, @Nullable Boolean quiet) implements Fact {}
