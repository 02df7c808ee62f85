package org.fourleaf.tickets;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** Another ticket was merged into this one. */
@Records(ActivityKind.TICKET_ABSORBED)
public record TicketAbsorbed(UUID ticket, @Nullable UUID agent, UUID department, int channel, UUID merged)
        implements Fact {}
