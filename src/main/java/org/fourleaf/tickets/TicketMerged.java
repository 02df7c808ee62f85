package org.fourleaf.tickets;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** A ticket was merged into another: it stops counting as received of its own. */
@Records(ActivityKind.TICKET_MERGED)
public record TicketMerged(UUID ticket, @Nullable UUID agent, UUID customer, UUID department, int channel, UUID into)
        implements Fact {}
