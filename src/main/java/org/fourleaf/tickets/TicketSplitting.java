package org.fourleaf.tickets;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.customers.Customer;
import org.fourleaf.customers.Customers;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a ticket of its own out of some messages of another. They leave the first; both point to each other. The new one belongs to
 * whoever wrote the first of the messages from outside.
 */
@Component
@Transactional
public class TicketSplitting {

    /** @param subject none for the ticket's own, like {@code department} @param customer none for the first message's writer */
    public record Wanted(
            List<UUID> messages,
            @Nullable String subject,
            @Nullable UUID department,
            @Nullable UUID customer) {}

    private final Tickets tickets;
    private final TicketStore store;
    private final MessageStore messages;
    private final TicketOpening opening;
    private final Participants participants;
    private final Customers customers;
    private final Transitions transitions;
    private final Log log;
    private final Clock clock;

    TicketSplitting(
            Tickets tickets,
            TicketStore store,
            MessageStore messages,
            TicketOpening opening,
            Participants participants,
            Customers customers,
            Transitions transitions,
            Log log,
            Clock clock) {
        this.tickets = tickets;
        this.store = store;
        this.messages = messages;
        this.opening = opening;
        this.participants = participants;
        this.customers = customers;
        this.transitions = transitions;
        this.log = log;
        this.clock = clock;
    }

    /** @throws Refusal invalid for messages of another ticket, those not sent yet, and when nothing would be left */
    public Ticket split(Actor by, String code, Wanted wanted) {
        by.mustHave(Permission.TICKETS_REPLY);
        Ticket ticket = tickets.writable(by, code);
        if (ticket.status().isOut()) {
            throw Refusal.conflict("not-possible", "Restore the ticket first.");
        }
        List<Message> chosen = chosen(by, ticket, wanted.messages);
        Customer customer = customers.readable(by, wanted.customer == null ? writer(ticket, chosen) : wanted.customer);
        Ticket fresh = opening.open(
                by,
                new TicketOpening.Opening(
                        wanted.subject == null ? ticket.subject() : wanted.subject,
                        wanted.department == null ? ticket.department() : wanted.department,
                        ticket.priority(),
                        ticket.type(),
                        ticket.channel(),
                        customer.id(),
                        customer.companyId(),
                        ticket.mailbox(),
                        ticket.id(),
                        Set.of()));
        messages.moveTo(by.workspace(), chosen.stream().map(Message::id).toList(), fresh.id());
        takeAlong(by, fresh, customer, chosen);
        log.write(
                by,
                new TicketSplit(
                        ticket.id(),
                        by.isAgent() ? by.id() : null,
                        ticket.department(),
                        ticket.channel().code(),
                        fresh.id(),
                        chosen.size()));
        store.update(by, ticket, ticket.withThread(messages.sums(by.workspace(), ticket.id())));
        return settle(by, fresh);
    }

    /** Where the new ticket stands: as far as the answers that came along took it. */
    private Ticket settle(Actor by, Ticket fresh) {
        Instant now = clock.instant();
        MessageStore.Sums sums = messages.sums(by.workspace(), fresh.id());
        Ticket settled = fresh.withThread(sums).withFirstAnswer(sums.firstAnswerAt());
        if (sums.lastDirection() != Direction.OUT) {
            settled = settled.awaiting(now);
        }
        if (sums.firstAnswerAt() != null) {
            TicketStatus to = sums.lastDirection() == Direction.OUT ? TicketStatus.ANSWERED : TicketStatus.OPEN;
            settled = transitions.become(by, settled, to, now, null);
        }
        return store.update(by, fresh, settled);
    }

    private List<Message> chosen(Actor by, Ticket ticket, List<UUID> ids) {
        List<Message> chosen = new ArrayList<>();
        Set<UUID> distinct = new LinkedHashSet<>(ids);
        for (UUID id : distinct) {
            int place = ids.indexOf(id);
            chosen.add(messages.find(by.workspace(), id)
                    .filter(message -> message.ticket().equals(ticket.id()))
                    .filter(message -> !messages.isHeld(by.workspace(), id))
                    .orElseThrow(() -> Refusal.invalid(
                            "/messages/" + place, "Name messages of this ticket that are sent already.")));
        }
        if (messages.count(by.workspace(), ticket.id()) <= chosen.size()) {
            throw Refusal.invalid("/messages", "Leave at least one message, or merge the whole ticket.");
        }
        return chosen;
    }

    private static UUID writer(Ticket ticket, List<Message> chosen) {
        return chosen.stream()
                .filter(message -> message.direction() == Direction.IN && !message.aside())
                .map(message -> message.author().id())
                .filter(id -> id != null)
                .findFirst()
                .orElse(ticket.customer());
    }

    /** Everybody who wrote or was in copy of what moves takes part in the new ticket. */
    private void takeAlong(Actor by, Ticket fresh, Customer customer, List<Message> chosen) {
        Set<String> people = new LinkedHashSet<>();
        for (Message message : chosen) {
            String address = message.author().address();
            if (message.direction() == Direction.IN && !message.aside() && address != null) {
                people.add(address);
            }
        }
        people.removeAll(customer.emails());
        people.forEach(address -> participants.add(by, fresh, address, null));
    }
}
