package org.fourleaf.tickets;

import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** Spam and deleted tickets are kept for another number of days now; no number for ever. */
@Records(ActivityKind.PURGE_CHANGED)
record PurgeChanged(@Nullable Integer afterDays) implements Fact {}
