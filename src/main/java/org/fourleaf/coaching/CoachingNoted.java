package org.fourleaf.coaching;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** A lead wrote to an agent. What, only the two of them can read. */
@Records(ActivityKind.COACHING_NOTED)
public record CoachingNoted(UUID agent, UUID note) implements Fact {}
