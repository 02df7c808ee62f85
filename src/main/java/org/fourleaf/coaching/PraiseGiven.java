package org.fourleaf.coaching;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** A lead praised an agent for all to read. */
@Records(ActivityKind.PRAISE_GIVEN)
public record PraiseGiven(UUID agent, UUID note) implements Fact {}
