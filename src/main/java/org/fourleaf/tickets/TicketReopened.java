package org.fourleaf.tickets;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** A resolved case came back. The agent is its owner; seconds since creation. */
@Records(ActivityKind.TICKET_REOPENED)
public record TicketReopened(
        UUID ticket, @Nullable UUID agent, UUID department, UUID customer, int channel, long seconds) implements Fact {}
