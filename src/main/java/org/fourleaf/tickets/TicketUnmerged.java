package org.fourleaf.tickets;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** A merge was undone: the ticket counts again. */
@Records(ActivityKind.TICKET_UNMERGED)
public record TicketUnmerged(UUID ticket, @Nullable UUID agent, UUID customer, UUID department, int channel, UUID from)
        implements Fact {}
