package org.fourleaf.routing;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** A ticket was offered to an agent. */
@Records(ActivityKind.TICKET_OFFERED)
public record TicketOffered(UUID ticket, UUID agent, UUID department, UUID offer) implements Fact {}
