package org.fourleaf.tickets;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.fourleaf.customers.CompanyTies;
import org.fourleaf.customers.CustomerTies;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.blobs.Blobs;
import org.fourleaf.platform.database.WordPattern;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.PastLog;
import org.fourleaf.tickets.CustomerTraceStore.Touched;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tickets follow their customer: into another, or into namelessness, some at a time. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CustomerTraces implements CustomerTies, CompanyTies {

    private static final int MOVED_AT_ONCE = 500;
    private static final int ERASED_AT_ONCE = 100;

    private final CustomerTraceStore store;
    private final List<MessageTraces> channels;
    private final Blobs blobs;
    private final PastLog log;
    private final Clock clock;

    CustomerTraces(CustomerTraceStore store, List<MessageTraces> channels, Blobs blobs, PastLog log, Clock clock) {
        this.store = store;
        this.channels = channels;
        this.blobs = blobs;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public boolean move(Actor by, UUID from, UUID into) {
        List<Touched> moved = store.move(by.workspace(), from, into, MOVED_AT_ONCE);
        store.moveMessages(by.workspace(), ids(moved), from, into);
        tell(by, moved, ticket -> new TicketCustomerChanged(ticket.ticket(), into, ticket.department()));
        return moved.size() == MOVED_AT_ONCE;
    }

    @Override
    public boolean moveCompany(Actor by, Collection<UUID> customers, UUID from, UUID into) {
        return store.moveCompany(by.workspace(), customers, from, into, MOVED_AT_ONCE) > 0;
    }

    @Override
    public boolean erase(Actor by, Erased who) {
        List<Touched> own = store.own(by.workspace(), who.customer(), ERASED_AT_ONCE);
        List<Touched> touched = own.isEmpty() && !who.addresses().isEmpty()
                ? store.others(by.workspace(), who.addresses(), ERASED_AT_ONCE)
                : own;
        if (touched.isEmpty()) {
            store.forgetAnswers(by.workspace(), who.customer(), who.addresses());
            return false;
        }
        List<UUID> tickets = ids(touched);
        List<UUID> unsent = own.isEmpty() ? List.of() : store.unsent(by.workspace(), tickets);
        List<UUID> messages =
                new ArrayList<>(store.emptyMessages(by.workspace(), tickets, who.customer(), who.addresses()));
        messages.addAll(unsent);
        if (!own.isEmpty()) {
            messages.addAll(store.emptyAsides(by.workspace(), tickets));
        }
        channels.forEach(channel -> channel.erase(by, tickets, messages, who.addresses()));
        blobs.forgetAfterCommit(by.workspace(), store.removeAttachments(by.workspace(), messages));
        store.removeParticipants(by.workspace(), tickets, who.addresses());
        store.removeReceivers(by.workspace(), tickets, who.addresses());
        store.hideNames(by.workspace(), tickets, named(who, !own.isEmpty()));
        if (own.isEmpty()) {
            store.removeFromDrafts(by.workspace(), tickets, who.addresses());
        } else {
            store.removeUnsent(by.workspace(), unsent);
            blobs.forgetAfterCommit(by.workspace(), store.removeDrafts(by.workspace(), tickets));
            store.emptyQuotes(by.workspace(), tickets);
        }
        store.emptyTickets(by.workspace(), tickets, !own.isEmpty());
        tell(by, touched, ticket -> new TicketAnonymised(ticket.ticket(), ticket.department()));
        return true;
    }

    /** As a pattern of PostgreSQL. In others' tickets a part of a name may be anybody's. */
    private static String named(Erased who, boolean own) {
        List<String> said = new ArrayList<>(who.addresses());
        who.names().stream().limit(own ? Integer.MAX_VALUE : 1).forEach(said::add);
        return WordPattern.of(said);
    }

    private void tell(Actor by, List<Touched> touched, Function<Touched, Fact> fact) {
        Instant now = clock.instant();
        log.write(
                by,
                touched.stream()
                        .map(ticket -> log.line(fact.apply(ticket), now))
                        .toList());
    }

    private static List<UUID> ids(List<Touched> touched) {
        return touched.stream().map(Touched::ticket).toList();
    }
}
