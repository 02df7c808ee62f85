package org.fourleaf.tickets;

import java.util.List;
import org.fourleaf.platform.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who besides the customer takes part in a ticket's mail. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Participants {

    private static final int PER_TICKET_MAX = 200;

    private final ParticipantStore store;

    Participants(ParticipantStore store) {
        this.store = store;
    }

    /** Whether the address is the customer's own or one that took part before. */
    public boolean knows(Actor by, Ticket ticket, String address) {
        return store.knows(by.workspace(), ticket.id(), ticket.customer(), address);
    }

    public List<String> of(Actor by, Ticket ticket) {
        return store.of(by.workspace(), ticket.id());
    }

    /** Does nothing for one who takes part already, or when the ticket has {@value #PER_TICKET_MAX}. */
    public void add(Actor by, Ticket ticket, String address, @Nullable String name) {
        if (store.of(by.workspace(), ticket.id()).size() < PER_TICKET_MAX) {
            store.add(by.workspace(), ticket.id(), address, name);
        }
    }
}
