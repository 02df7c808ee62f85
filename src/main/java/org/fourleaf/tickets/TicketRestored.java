package org.fourleaf.tickets;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** A spam or deleted ticket is back where it was. */
@Records(ActivityKind.TICKET_RESTORED)
public record TicketRestored(UUID ticket, @Nullable UUID agent, UUID department, int channel) implements Fact {}
