package org.fourleaf.coaching;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** One of the two answered. @param agent who is to read it */
@Records(ActivityKind.COACHING_ANSWERED)
public record CoachingAnswered(UUID agent, UUID note) implements Fact {}
