package org.fourleaf.contests;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** A contest is over; what was done last is being counted. */
@Records(ActivityKind.CONTEST_CLOSED)
public record ContestClosed(UUID contest) implements Fact {}
