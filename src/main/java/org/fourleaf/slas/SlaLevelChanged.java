package org.fourleaf.slas;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** A service level was added or edited. */
@Records(ActivityKind.SLA_LEVEL_CHANGED)
public record SlaLevelChanged(UUID level, boolean added) implements Fact {}
