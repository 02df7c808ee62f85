package org.fourleaf.tickets;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/**
 * A ticket got an owner, or lost its owner (no agent). Seconds since creation stand only in the first one.
 *
 * @param handedOver true when it came with all others of an agent who went, of which {@link TicketsHandedOver} tells at once
 */
@Records(ActivityKind.TICKET_ASSIGNED)
public record TicketAssigned(
        UUID ticket,
        @Nullable UUID agent,
        @Nullable UUID fromAgent,
        UUID department,
        int channel,
        @Nullable Long seconds,
        @Nullable Boolean handedOver)
        implements Fact {}
