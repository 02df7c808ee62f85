package org.fourleaf.tickets;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.web.Given;
import org.jspecify.annotations.Nullable;

/**
 * What a saved view makes of a list of tickets: all of these together. Nothing given narrows nothing.
 *
 * @param rest what no index answers, over {@code ticket t}, true or false
 * @param sort the order the list has when nobody asks for another
 */
public record Narrowing(
        @Nullable Set<TicketStatus> statuses,
        @Nullable Set<UUID> departments,
        Given<UUID> assignee,
        @Nullable UUID tag,
        @Nullable List<UUID> customers,
        @Nullable Sql rest,
        TicketListQuery.@Nullable Sort sort) {

    /** Statuses and departments alone: what the counters know without looking at a ticket. */
    public boolean isCounted() {
        return rest == null && !assignee.present() && tag == null && customers == null;
    }
}
