package org.fourleaf.tickets;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** A ticket merged into this one stands on its own again. */
@Records(ActivityKind.TICKET_RELEASED)
public record TicketReleased(UUID ticket, @Nullable UUID agent, UUID department, int channel, UUID merged)
        implements Fact {}
