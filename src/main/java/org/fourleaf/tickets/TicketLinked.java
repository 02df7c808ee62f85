package org.fourleaf.tickets;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** A ticket was opened from, or tied to, another one. */
@Records(ActivityKind.TICKET_LINKED)
public record TicketLinked(UUID ticket, UUID department, UUID linkedFrom) implements Fact {}
