package org.fourleaf.slas;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** A service level was deleted. @param successor what its tickets have from now on, if anything */
@Records(ActivityKind.SLA_LEVEL_DELETED)
public record SlaLevelDeleted(UUID level, @Nullable UUID successor) implements Fact {}
