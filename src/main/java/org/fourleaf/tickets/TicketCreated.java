package org.fourleaf.tickets;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** A contact came in, or an agent wrote first. */
@Records(ActivityKind.TICKET_CREATED)
public record TicketCreated(
        UUID ticket,
        UUID customer,
        @Nullable UUID company,
        UUID department,
        @Nullable UUID agent,
        int channel) implements Fact {}
