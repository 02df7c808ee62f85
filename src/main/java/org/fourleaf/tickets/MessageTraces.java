package org.fourleaf.tickets;

import java.util.Collection;
import java.util.UUID;
import org.fourleaf.platform.Actor;

/** What a channel keeps of messages beside them, taken away with the words of an erased customer in the same transaction. */
public interface MessageTraces {

    /**
     * @param messages the customer's own
     * @param addresses that must not be left in what was sent in those tickets
     */
    void erase(Actor by, Collection<UUID> tickets, Collection<UUID> messages, Collection<String> addresses);
}
