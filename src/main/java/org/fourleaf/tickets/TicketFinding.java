package org.fourleaf.tickets;

import java.util.Set;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.Sql;

/** Knows which tickets a typed text means. The module that keeps an index of their words implements it. */
public interface TicketFinding {

    /** The longest text that is looked for. */
    int TYPED_LENGTH_MAX = 500;

    /**
     * What was found.
     *
     * @param statuses those that may be hits: all that lists show, and what the text itself asks for
     * @param where a condition on a ticket {@code t}
     * @param few so few hits that they are gathered and sorted; of more, a list in its order asks each ticket
     */
    record Found(Set<TicketStatus> statuses, Sql where, boolean few) {
        public Found {
            statuses = Set.copyOf(statuses);
        }
    }

    /** Asks for no access; whoever lists the tickets does. */
    Found find(Actor by, String typed);
}
