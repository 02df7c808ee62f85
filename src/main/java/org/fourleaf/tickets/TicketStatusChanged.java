package org.fourleaf.tickets;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** The row every status transition is: from, to, by whom, when. */
@Records(ActivityKind.TICKET_STATUS_CHANGED)
public record TicketStatusChanged(
        UUID ticket, @Nullable UUID agent, UUID department, TicketStatus from, TicketStatus to) implements Fact {}
