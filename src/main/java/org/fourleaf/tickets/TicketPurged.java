package org.fourleaf.tickets;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** A spam or deleted ticket was removed for good. */
@Records(ActivityKind.TICKET_PURGED)
public record TicketPurged(UUID ticket, UUID department, int channel) implements Fact {}
