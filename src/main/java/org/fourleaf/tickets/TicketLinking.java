package org.fourleaf.tickets;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ties two tickets that have to do with each other, and unties them. */
@Component
@Transactional
public class TicketLinking {

    static final int LINKS_MAX = 100;

    private final Tickets tickets;
    private final LinkStore store;
    private final Log log;
    private final Clock clock;

    TicketLinking(Tickets tickets, LinkStore store, Log log, Clock clock) {
        this.tickets = tickets;
        this.store = store;
        this.log = log;
        this.clock = clock;
    }

    /** Once more changes nothing. @throws Refusal invalid at {@code /ticket} for one that is none */
    public void link(Actor by, String code, String otherCode) {
        Tickets.Pair pair = pair(by, code, otherCode);
        if (store.count(by.workspace(), pair.one().id()) >= LINKS_MAX
                || store.count(by.workspace(), pair.other().id()) >= LINKS_MAX) {
            throw Refusal.invalid("/ticket", "A ticket has at most " + LINKS_MAX + " links.");
        }
        Instant now = clock.instant();
        if (store.insert(by.workspace(), pair.one().id(), pair.other().id(), now)) {
            UUID agent = by.isAgent() ? by.id() : null;
            Ticket one = pair.one();
            Ticket other = pair.other();
            log.write(by, new TicketRelated(one.id(), agent, one.department(), other.id()), now);
            log.write(by, new TicketRelated(other.id(), agent, other.department(), one.id()), now);
        }
    }

    /** @throws Refusal not found when they are not tied */
    public void unlink(Actor by, String code, String otherCode) {
        Tickets.Pair pair = pair(by, code, otherCode);
        Ticket one = pair.one();
        Ticket other = pair.other();
        if (!store.delete(by.workspace(), one.id(), other.id())) {
            throw Refusal.notFound("link");
        }
        UUID agent = by.isAgent() ? by.id() : null;
        log.write(by, new TicketUnlinked(one.id(), agent, one.department(), other.id()));
        log.write(by, new TicketUnlinked(other.id(), agent, other.department(), one.id()));
    }

    private Tickets.Pair pair(Actor by, String code, String otherCode) {
        by.mustHave(Permission.TICKETS_REPLY);
        Ticket one = tickets.readable(by, code);
        Ticket other = tickets.found(by, otherCode)
                .orElseThrow(() -> Refusal.invalid("/ticket", "There is no ticket with this code."));
        if (one.id().equals(other.id())) {
            throw Refusal.invalid("/ticket", "A ticket can't be linked to itself.");
        }
        Tickets.Pair pair = tickets.lockBoth(by, one.id(), other.id());
        tickets.mustSee(by, pair.one());
        pair.one().mustBeWritable();
        pair.other().mustBeWritable();
        return pair;
    }
}
