package org.fourleaf.tickets;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.departments.Departments;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The only way to get a ticket: whoever may not see it is told that there is none. */
@Component
public class Tickets {

    private static final int MERGE_HOPS_MAX = 10;

    /** Two locked tickets, in the order they were asked for. */
    record Pair(Ticket one, Ticket other) {}

    private final TicketStore store;
    private final MessageStore messages;
    private final Departments departments;
    private final List<AnsweringRule> rules;

    Tickets(TicketStore store, MessageStore messages, Departments departments, List<AnsweringRule> rules) {
        this.store = store;
        this.messages = messages;
        this.departments = departments;
        this.rules = rules;
    }

    @Transactional(readOnly = true)
    public Ticket readable(Actor by, String code) {
        return found(by, code).orElseThrow(() -> Refusal.notFound("ticket"));
    }

    /** The one whose code somebody typed, if there is one they may see. */
    @Transactional(readOnly = true)
    public Optional<Ticket> found(Actor by, String typed) {
        return TicketCode.parse(typed)
                .flatMap(parsed -> store.find(by.workspace(), parsed))
                .filter(ticket -> mayRead(by, ticket));
    }

    /** Locked until the transaction ends, and not merged away. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Ticket writable(Actor by, String code) {
        Ticket ticket = TicketCode.parse(code)
                .flatMap(parsed -> store.lock(by.workspace(), parsed))
                .orElseThrow(() -> Refusal.notFound("ticket"));
        Departments.Standing standing = departments.standingIn(by, ticket.department());
        if (!standing.sees()) {
            throw Refusal.notFound("ticket");
        }
        ticket.mustBeWritable();
        mustWriteIn(standing);
        return ticket;
    }

    private static void mustWriteIn(Departments.Standing standing) {
        if (standing.onlyReads()) {
            throw Refusal.forbidden("only-reads", "You only read in this department.");
        }
    }

    /** @throws Refusal forbidden for an agent who answers only tickets they were given, when this is none of theirs */
    void mustBeAnswerable(Actor by, Ticket ticket) {
        if (by.isAgent() && !by.agentId().equals(ticket.assignee()) && answersOnlyOwn(by)) {
            throw Refusal.forbidden(
                    "only-through-to-solve", "You answer tickets that To solve gives you, and this is none of them.");
        }
    }

    boolean answersOnlyOwn(Actor by) {
        return by.isAgent() && rules.stream().anyMatch(rule -> rule.onlyOwn(by));
    }

    /** For the desk's own workers, which have no department: a mail's ticket, following merges, locked. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Ticket> lockFollowingMerges(Actor by, UUID id) {
        UUID at = id;
        for (int hops = 0; hops < MERGE_HOPS_MAX; hops++) {
            // Only the last one is locked: whoever merges locks two in the order of their ids.
            UUID into = store.find(by.workspace(), at).map(Ticket::mergedInto).orElse(null);
            if (into == null) {
                Optional<Ticket> ticket = store.lock(by.workspace(), at);
                into = ticket.map(Ticket::mergedInto).orElse(null);
                if (into == null) {
                    return ticket;
                }
            }
            at = into;
        }
        return Optional.empty();
    }

    /** Both, locked in the order of their ids so that two who want the same pair never wait for each other. */
    @Transactional(propagation = Propagation.MANDATORY)
    Pair lockBoth(Actor by, UUID one, UUID other) {
        boolean inOrder = one.compareTo(other) < 0;
        Ticket first = lockSeen(by, inOrder ? one : other);
        Ticket second = lockSeen(by, inOrder ? other : one);
        return inOrder ? new Pair(first, second) : new Pair(second, first);
    }

    private Ticket lockSeen(Actor by, UUID id) {
        Ticket ticket = store.lock(by.workspace(), id).orElseThrow(() -> Refusal.notFound("ticket"));
        mustWriteIn(departments.standingIn(by, ticket.department()));
        return ticket;
    }

    /** The last that came, of those one may see; newest first. */
    @Transactional(readOnly = true)
    public List<Ticket> newest(Actor by, int limit) {
        return store.newest(by.workspace(), departments.seenBy(by), limit);
    }

    /** Those that are there, in any order. */
    @Transactional(readOnly = true)
    public List<Ticket> byIds(Actor by, Collection<UUID> ids) {
        return store.findAll(by.workspace(), ids);
    }

    @Transactional(readOnly = true)
    public Optional<Ticket> byCode(Actor by, String code) {
        return TicketCode.parse(code).flatMap(parsed -> store.find(by.workspace(), parsed));
    }

    @Transactional(readOnly = true)
    public Optional<Ticket> byId(Actor by, UUID id) {
        return store.find(by.workspace(), id);
    }

    /** The tickets of the messages known among these Message-IDs, by Message-ID. */
    @Transactional(readOnly = true)
    public Map<String, UUID> ofMails(Actor by, Collection<String> rfcMessageIds) {
        return rfcMessageIds.isEmpty() ? Map.of() : messages.ticketsByRfcId(by.workspace(), rfcMessageIds);
    }

    /** Whether one of these Message-IDs is of a talk with a third party, which the customer knows nothing of. */
    @Transactional(readOnly = true)
    public boolean answersAside(Actor by, Collection<String> rfcMessageIds) {
        return !rfcMessageIds.isEmpty() && messages.anyAside(by.workspace(), rfcMessageIds);
    }

    /** @throws Refusal not found for one who may not see it (any more) */
    void mustSee(Actor by, Ticket ticket) {
        if (!mayRead(by, ticket)) {
            throw Refusal.notFound("ticket");
        }
    }

    boolean mayRead(Actor by, Ticket ticket) {
        boolean all = !by.isAgent() || by.may(Permission.TICKETS_ALL);
        return all || departments.standingIn(by, ticket.department()).sees();
    }
}
