package org.fourleaf.slas;

import java.util.List;
import java.util.UUID;
import org.fourleaf.tickets.TicketStatus;
import org.jspecify.annotations.Nullable;

/**
 * A service level as the API shows it.
 *
 * @param businessHours the calendar its seconds are counted by; none: all time counts
 * @param pausing in which statuses its clocks stand still
 * @param warningPercent when so much of a target is used up, a warning is given; none: never
 * @param departments which give it
 * @param rules how many rules give it
 * @param openClocks that run, pause or are late now; counted up to a bound
 * @param recounting how many of them still wait to be computed by its newest edition
 */
public record SlaLevel(
        UUID id,
        String name,
        String description,
        Targets targets,
        @Nullable Name businessHours,
        List<TicketStatus> pausing,
        @Nullable Integer warningPercent,
        List<Name> departments,
        int rules,
        long openClocks,
        boolean moreClocks,
        long recounting,
        long version) {

    /** Something with a name. */
    public record Name(UUID id, String name) {}
}
