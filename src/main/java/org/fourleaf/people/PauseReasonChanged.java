package org.fourleaf.people;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** A reason for pauses was added, edited or removed. */
@Records(ActivityKind.PAUSE_REASON_CHANGED)
public record PauseReasonChanged(UUID reason, boolean removed) implements Fact {}
