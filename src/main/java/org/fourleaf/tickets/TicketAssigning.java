package org.fourleaf.tickets;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives a ticket an owner, or takes the owner away, for whoever hands tickets out: asks for no access, that was the caller's to do. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class TicketAssigning {

    private final TicketStore store;
    private final Transitions transitions;
    private final Clock clock;

    TicketAssigning(TicketStore store, Transitions transitions, Clock clock) {
        this.store = store;
        this.transitions = transitions;
        this.clock = clock;
    }

    /** The ticket locked until the transaction ends, merged ones too. */
    public Optional<Ticket> lock(Actor by, UUID ticket) {
        return store.lock(by.workspace(), ticket);
    }

    /** @param locked as {@link #lock} brought it; unchanged when the agent is its owner already */
    public Ticket assign(Actor by, Ticket locked, @Nullable UUID agent) {
        if (Objects.equals(locked.assignee(), agent)) {
            return locked;
        }
        return store.update(by, locked, transitions.move(by, locked, locked.department(), agent, clock.instant()));
    }
}
