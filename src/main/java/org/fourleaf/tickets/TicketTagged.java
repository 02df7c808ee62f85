package org.fourleaf.tickets;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** A tag was put on a ticket. */
@Records(ActivityKind.TICKET_TAGGED)
public record TicketTagged(UUID ticket, @Nullable UUID agent, UUID department, int channel, UUID tag) implements Fact {}
