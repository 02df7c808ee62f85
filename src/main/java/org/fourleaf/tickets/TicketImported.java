package org.fourleaf.tickets;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** A ticket of another desk was brought here, with its messages; once more when a changed one is brought again. */
@Records(ActivityKind.TICKET_IMPORTED)
public record TicketImported(
        UUID ticket, UUID customer, @Nullable UUID company, UUID department, int channel) implements Fact {}
