package org.fourleaf.attention;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** An agent looked at a ticket for so many seconds, as far as one could tell: the page visible, the agent active. */
@Records(ActivityKind.TICKET_VIEWED)
public record TicketViewed(UUID ticket, UUID agent, UUID department, int channel, long seconds) implements Fact {}
