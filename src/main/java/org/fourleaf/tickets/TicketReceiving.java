package org.fourleaf.tickets;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A customer, or another outside participant, writes into a ticket. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class TicketReceiving {

    /**
     * What came in.
     *
     * @param aside from a third party that we asked, not for the customer
     * @param quiet an out-of-office or other automatic answer: attached, but it reopens nothing and counts as no contact
     */
    public record Incoming(
            Message.Author author,
            Content content,
            List<String> to,
            List<String> cc,
            @Nullable String rfcMessageId,
            @Nullable String rfcReferences,
            @Nullable UUID intake,
            List<UUID> attachments,
            boolean newSender,
            boolean quiet,
            boolean aside) {}

    private final TicketStore store;
    private final MessageStore messages;
    private final Transitions transitions;
    private final Log log;
    private final Clock clock;

    TicketReceiving(TicketStore store, MessageStore messages, Transitions transitions, Log log, Clock clock) {
        this.store = store;
        this.messages = messages;
        this.transitions = transitions;
        this.log = log;
        this.clock = clock;
    }

    /** Adds the message to a ticket the caller has locked or just opened, and moves the ticket where a customer's word moves it. */
    public Message receive(Actor by, Ticket ticket, Incoming incoming) {
        Instant now = clock.instant();
        Message message = new Message(
                Ids.next(),
                ticket.id(),
                MessageType.MESSAGE,
                Direction.IN,
                incoming.author(),
                now,
                incoming.content(),
                incoming.newSender(),
                incoming.to(),
                incoming.cc(),
                List.of(),
                incoming.rfcMessageId(),
                incoming.rfcReferences(),
                incoming.intake(),
                null,
                incoming.aside(),
                incoming.attachments(),
                null);
        messages.insert(by.workspace(), message);
        Ticket changed = ticket.withMessage(message);
        if (!incoming.quiet()) {
            log.write(
                    by,
                    new MessageReceived(
                            ticket.id(),
                            sender(ticket, incoming),
                            ticket.assignee(),
                            ticket.department(),
                            ticket.channel().code(),
                            message.id()),
                    now);
            if (!incoming.aside()) {
                changed = changed.awaiting(now);
            }
            changed = transitions.become(by, changed, changed.afterCustomerMessage(), now, null);
        }
        store.update(by, ticket, changed);
        return message;
    }

    private static UUID sender(Ticket ticket, Incoming incoming) {
        UUID author = incoming.author().id();
        return incoming.aside() && author != null ? author : ticket.customer();
    }
}
