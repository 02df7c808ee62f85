package org.fourleaf.tickets;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** A ticket got an owner, or lost its owner (no agent). Seconds since creation stand only in the first one. */
@Records(ActivityKind.TICKET_ASSIGNED)
public record TicketAssigned(
        UUID ticket,
        @Nullable UUID agent,
        @Nullable UUID fromAgent,
        UUID department,
        int channel,
        @Nullable Long seconds)
        implements Fact {}
