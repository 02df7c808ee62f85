package org.fourleaf.metrics;

import java.time.Instant;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** Activities that were kept long enough are gone. @param before when they were recorded */
@Records(ActivityKind.ACTIVITIES_FORGOTTEN)
record ActivitiesForgotten(Instant before, long lines) implements Fact {}
