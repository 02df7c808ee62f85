package org.fourleaf.tickets;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** Some messages of a ticket became a ticket of their own. */
@Records(ActivityKind.TICKET_SPLIT)
public record TicketSplit(UUID ticket, @Nullable UUID agent, UUID department, int channel, UUID into, int messages)
        implements Fact {}
