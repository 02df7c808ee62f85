package org.fourleaf.coaching;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** Praise that all could read is there no more. */
@Records(ActivityKind.PRAISE_WITHDRAWN)
public record PraiseWithdrawn(UUID agent, UUID note) implements Fact {}
