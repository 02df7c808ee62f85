package org.fourleaf.slas;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fourleaf.tickets.Ticket;
import org.fourleaf.tickets.TicketStatus;
import org.jspecify.annotations.Nullable;

/** When a ticket stood where, oldest first: what pauses follow from when they were not kept, or count differently now. */
record Timeline(List<Stay> stays) {

    /** From a moment on. @param status none while it is merged away */
    record Stay(Instant since, @Nullable TicketStatus status) {

        private boolean standsStill(Terms terms) {
            return status == null || status.isOut() || status == TicketStatus.RESOLVED || terms.pauses(status);
        }
    }

    Timeline {
        stays = List.copyOf(stays);
    }

    /** Of one that nothing is known of but what it is now. */
    static Timeline of(Ticket ticket) {
        return new Timeline(List.of(
                new Stay(ticket.createdAt(), TicketStatus.NEW), new Stay(ticket.statusSince(), ticket.status())));
    }

    /** Paused, resumed, paused … since a clock's start. */
    List<Instant> turns(Instant start, Terms terms) {
        List<Instant> turns = new ArrayList<>();
        boolean still = false;
        for (int i = 0; i < stays.size(); i++) {
            Stay stay = stays.get(i);
            boolean over = i + 1 < stays.size() && !stays.get(i + 1).since().isAfter(start);
            if (!over && stay.standsStill(terms) != still) {
                still = !still;
                turns.add(stay.since().isBefore(start) ? start : stay.since());
            }
        }
        return turns;
    }
}
