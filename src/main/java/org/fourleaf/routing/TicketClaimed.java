package org.fourleaf.routing;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** An agent took the next ticket to solve. */
@Records(ActivityKind.TICKET_CLAIMED)
public record TicketClaimed(UUID ticket, UUID agent, UUID department) implements Fact {}
