package org.fourleaf.tickets;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** A tag was taken off a ticket. */
@Records(ActivityKind.TICKET_UNTAGGED)
public record TicketUntagged(UUID ticket, @Nullable UUID agent, UUID department, UUID tag) implements Fact {}
