package org.fourleaf.levels;

import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** Somebody changed what a level asks for or is called. */
@Records(ActivityKind.LEVEL_CHANGED)
record LevelChanged(String level) implements Fact {}
