package org.fourleaf.tickets;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** A property without a fact of its own was changed; the value stands in the ticket. */
@Records(ActivityKind.TICKET_CHANGED)
public record TicketChanged(UUID ticket, @Nullable UUID agent, UUID department, String property) implements Fact {}
