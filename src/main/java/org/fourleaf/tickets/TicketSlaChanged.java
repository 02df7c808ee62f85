package org.fourleaf.tickets;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** A ticket got another service level, or none. @param rule the assignment rule that gave it, if one did */
@Records(ActivityKind.TICKET_SLA_CHANGED)
public record TicketSlaChanged(
        UUID ticket,
        @Nullable UUID agent,
        UUID department,
        @Nullable UUID from,
        @Nullable UUID to,
        TicketSla.Origin origin,
        @Nullable UUID rule)
        implements Fact {}
