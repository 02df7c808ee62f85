package org.fourleaf.contests;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** A contest has its results. @param winners how many agents won something */
@Records(ActivityKind.CONTEST_FINALISED)
public record ContestFinalised(UUID contest, int winners) implements Fact {}
