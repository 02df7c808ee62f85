package org.fourleaf.tickets;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** An agent got all open tickets of another who goes, beside each one's own line. @param newest one of them @param count how many */
@Records(ActivityKind.TICKETS_HANDED_OVER)
public record TicketsHandedOver(UUID agent, UUID fromAgent, UUID newest, int count) implements Fact {}
