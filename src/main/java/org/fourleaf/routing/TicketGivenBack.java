package org.fourleaf.routing;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** The clock took a claimed ticket from an agent who had done nothing with it. */
@Records(ActivityKind.TICKET_GIVEN_BACK)
public record TicketGivenBack(UUID ticket, UUID agent, UUID department, long seconds) implements Fact {}
