package org.fourleaf.tickets;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** A module above that keeps something of a ticket's messages which no key takes along when the ticket is purged. */
public interface TicketPurge {

    /**
     * In the transaction that purges, before the messages go.
     *
     * @param intakes what the messages came by
     * @return the contents that may be nobody's now
     */
    List<byte[]> purge(UUID workspace, Collection<UUID> intakes);
}
