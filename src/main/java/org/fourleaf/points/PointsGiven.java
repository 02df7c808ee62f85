package org.fourleaf.points;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** An agent got points, or lost them when they turned out to be undeserved. @param points below zero when taken back */
@Records(ActivityKind.POINTS_GIVEN)
public record PointsGiven(UUID agent, @Nullable UUID ticket, String rule, int points) implements Fact {}
