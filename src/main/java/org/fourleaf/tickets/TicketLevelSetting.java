package org.fourleaf.tickets;

import java.time.Clock;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives tickets their service level, and lets their clocks be looked at again. Asks for no access, that was the caller's to do. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class TicketLevelSetting {

    private final TicketStore store;
    private final LevelledTicketStore levelled;
    private final TicketClocks clocks;
    private final Log log;
    private final Clock clock;

    TicketLevelSetting(TicketStore store, LevelledTicketStore levelled, TicketClocks clocks, Log log, Clock clock) {
        this.store = store;
        this.levelled = levelled;
        this.clocks = clocks;
        this.log = log;
        this.clock = clock;
    }

    /**
     * For rules and other automation.
     *
     * @param locked as {@link TicketAssigning#lock} or {@link Tickets#writable} brought it
     * @param level none takes it away
     */
    public Ticket set(Actor by, Ticket locked, @Nullable UUID level) {
        TicketSla.Origin origin = by.isAgent() ? TicketSla.Origin.HAND : TicketSla.Origin.AUTOMATION;
        Ticket changed = changed(by, locked, new TicketClocks.Choice(level, origin, null));
        return changed.equals(locked) ? locked : store.update(by, locked, changed);
    }

    /** What its department gives now, unless a rule, a person or automation gave it another. @param locked as for {@link #set} */
    public Ticket settle(Actor by, Ticket locked) {
        Ticket changed = entered(by, locked);
        return changed.equals(locked) ? locked : store.update(by, locked, changed);
    }

    /** As chosen, not saved yet. */
    Ticket changed(Actor by, Ticket was, TicketClocks.Choice choice) {
        TicketSla now = was.sla().with(choice.level(), choice.origin());
        if (Objects.equals(was.sla().level(), choice.level())) {
            return was;
        }
        log.write(
                by,
                new TicketSlaChanged(
                        was.id(),
                        by.isAgent() ? by.id() : null,
                        was.department(),
                        was.sla().level(),
                        choice.level(),
                        choice.origin(),
                        choice.rule()),
                clock.instant());
        return was.withSla(now);
    }

    /** Once all is said of a ticket that was opened in this transaction; again changes nothing. */
    void begin(Actor by, UUID id) {
        Ticket ticket = store.find(by.workspace(), id).orElse(null);
        if (ticket == null || ticket.sla().origin() != TicketSla.Origin.NONE || ticket.mergedInto() != null) {
            return;
        }
        Ticket changed = changed(by, ticket, clocks.atBirth(by, ticket));
        if (!changed.equals(ticket)) {
            store.update(by, ticket, changed);
        }
    }

    /** It comes into another department: what it had from the one before it has from this one now. */
    Ticket entered(Actor by, Ticket moved) {
        return moved.sla().origin().followsDepartment()
                ? changed(by, moved, clocks.ofDepartment(by, moved.department()))
                : moved;
    }

    /**
     * Locks those that nobody holds just now and turns their clocks to this moment, as when time has passed or a level was edited.
     *
     * @return how many were locked
     */
    public int look(Actor by, Collection<UUID> tickets) {
        return levelled.resettle(by, levelled.lockFree(by.workspace(), tickets));
    }

    /** The same, waiting for those that somebody holds. */
    public int lookAtAll(Actor by, Collection<UUID> tickets) {
        return levelled.resettle(by, levelled.lockInOrder(by.workspace(), tickets));
    }
}
