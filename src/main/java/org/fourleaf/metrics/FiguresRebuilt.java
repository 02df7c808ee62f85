package org.fourleaf.metrics;

import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** Somebody had all figures counted anew from the log. */
@Records(ActivityKind.FIGURES_REBUILT)
record FiguresRebuilt() implements Fact {}
