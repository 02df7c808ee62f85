package org.fourleaf.levels;

import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** Somebody had levels granted for all that was, imported activities too. */
@Records(ActivityKind.HISTORY_PLAYED)
record HistoryPlayed(int granted) implements Fact {}
