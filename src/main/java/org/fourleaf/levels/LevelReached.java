package org.fourleaf.levels;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** An agent reached a level, for ever. */
@Records(ActivityKind.LEVEL_REACHED)
public record LevelReached(UUID agent, String level) implements Fact {}
