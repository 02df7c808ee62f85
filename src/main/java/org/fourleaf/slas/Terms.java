package org.fourleaf.slas;

import java.util.Set;
import java.util.UUID;
import org.fourleaf.tickets.Priority;
import org.fourleaf.tickets.TicketStatus;
import org.jspecify.annotations.Nullable;

/**
 * A level as its clocks need it.
 *
 * @param stamp which edition of the level and its calendar
 * @param warningPercent how much of the target is used up when a warning is given
 */
record Terms(
        UUID level,
        long stamp,
        Targets targets,
        OpenHours hours,
        Set<TicketStatus> pausing,
        @Nullable Integer warningPercent) {

    Terms {
        pausing = Set.copyOf(pausing);
    }

    @Nullable
    Long target(ClockType type, Priority priority) {
        return targets.of(type, priority);
    }

    boolean pauses(TicketStatus status) {
        return pausing.contains(status);
    }
}
