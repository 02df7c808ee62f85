package org.fourleaf.tickets;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** A ticket went to another department or from one agent to another. The agent is who did it. */
@Records(ActivityKind.TICKET_TRANSFERRED)
public record TicketTransferred(
        UUID ticket,
        @Nullable UUID agent,
        UUID department,
        UUID fromDepartment,
        UUID toDepartment,
        @Nullable UUID fromAgent,
        @Nullable UUID toAgent,
        int channel)
        implements Fact {}
