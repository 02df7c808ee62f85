package org.fourleaf.tickets;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** Two tickets are no longer tied; each gets one of these. */
@Records(ActivityKind.TICKET_UNLINKED)
public record TicketUnlinked(UUID ticket, @Nullable UUID agent, UUID department, UUID other) implements Fact {}
