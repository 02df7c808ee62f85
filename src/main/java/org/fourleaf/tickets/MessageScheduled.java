package org.fourleaf.tickets;

import java.time.Instant;
import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** An answer was written to be sent later, or put to another time. */
@Records(ActivityKind.MESSAGE_SCHEDULED)
public record MessageScheduled(UUID ticket, @Nullable UUID agent, UUID department, UUID message, Instant sendAt)
        implements Fact {}
