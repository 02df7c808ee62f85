package org.fourleaf.tickets;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** A ticket was marked as spam. */
@Records(ActivityKind.TICKET_SPAM)
public record TicketSpam(UUID ticket, @Nullable UUID agent, UUID department, int channel) implements Fact {}
