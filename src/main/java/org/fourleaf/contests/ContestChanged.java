package org.fourleaf.contests;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** Somebody did something about a contest. @param what made, changed, cancelled or deleted */
@Records(ActivityKind.CONTEST_CHANGED)
record ContestChanged(UUID contest, String what) implements Fact {}
