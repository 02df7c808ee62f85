package org.fourleaf.contests;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** A contest has begun. @param quiet it was over already, for the server had been off */
@Records(ActivityKind.CONTEST_OPENED)
public record ContestOpened(UUID contest, @Nullable Boolean quiet) implements Fact {}
