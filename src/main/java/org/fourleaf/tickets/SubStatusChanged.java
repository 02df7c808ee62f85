package org.fourleaf.tickets;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** A ticket went into a sub-status of its status, or out of it by hand. Leaving with the status writes nothing of its own. */
@Records(ActivityKind.SUB_STATUS_CHANGED)
public record SubStatusChanged(
        UUID ticket,
        @Nullable UUID agent,
        UUID department,
        @Nullable UUID subStatus) implements Fact {}
