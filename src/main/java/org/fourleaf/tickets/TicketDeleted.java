package org.fourleaf.tickets;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** A ticket was put out of the way. Seconds since creation. */
@Records(ActivityKind.TICKET_DELETED)
public record TicketDeleted(UUID ticket, @Nullable UUID agent, UUID department, int channel, long seconds)
        implements Fact {}
