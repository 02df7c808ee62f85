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

    /** Does nothing for one who takes part already, or when the ticket has {@value #PER_TICKET_MAX}. @return whether it was added */
    public boolean add(Actor by, Ticket ticket, String address, @Nullable String name) {
        return add(by, ticket, address, name, ParticipantStore.Role.CC);
    }

    /** One who got a blind copy. */
    public void addBlind(Actor by, Ticket ticket, String address) {
        add(by, ticket, address, null, ParticipantStore.Role.BCC);
    }

    /** A third party: what it writes is not for the customer. One who is in copy already stays so. */
    public void addAside(Actor by, Ticket ticket, String address, @Nullable String name) {
        if (!store.knows(by.workspace(), ticket.id(), ticket.customer(), address)) {
            add(by, ticket, address, name, ParticipantStore.Role.ASIDE);
        }
    }

    public boolean isAside(Actor by, Ticket ticket, String address) {
        return store.isAside(by.workspace(), ticket.id(), address);
    }

    private boolean add(Actor by, Ticket ticket, String address, @Nullable String name, ParticipantStore.Role role) {
        return store.count(by.workspace(), ticket.id()) < PER_TICKET_MAX
                && store.add(by.workspace(), ticket.id(), address, name, role);
    }

    void remove(Actor by, Ticket ticket, List<String> addresses) {
        store.remove(by.workspace(), ticket.id(), addresses);
    }
}
