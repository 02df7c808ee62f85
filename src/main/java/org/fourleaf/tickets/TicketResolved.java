package org.fourleaf.tickets;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** A case is done. The agent is who resolved it; seconds since creation. */
@Records(ActivityKind.TICKET_RESOLVED)
public record TicketResolved(
        UUID ticket,
        @Nullable UUID agent,
        UUID department,
        UUID customer,
        int channel,
        @Nullable String disposition,
        long seconds)
        implements Fact {}
