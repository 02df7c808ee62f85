package org.fourleaf.slas;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.fourleaf.tickets.TicketStatus;
import org.jspecify.annotations.Nullable;

/** A level as stored. @param calendar none for always @param successor what took the place of a deleted one, if anything did */
record StoredLevel(
        UUID id,
        String name,
        String description,
        Targets targets,
        @Nullable UUID calendar,
        List<TicketStatus> pausing,
        @Nullable Integer warningPercent,
        long stamp,
        long version,
        boolean deleted,
        @Nullable UUID successor) {

    StoredLevel {
        pausing = List.copyOf(pausing);
    }

    /** Whether clocks kept by the one before have to be computed anew. */
    boolean countsLike(StoredLevel other) {
        return targets.equals(other.targets)
                && Objects.equals(calendar, other.calendar)
                && pausing.equals(other.pausing)
                && Objects.equals(warningPercent, other.warningPercent);
    }
}
