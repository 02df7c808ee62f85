package org.fourleaf.tickets;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An agent answers the customer, or leaves a note for colleagues. */
@Component
@Transactional
public class TicketReplying {

    /**
     * An answer or note as the agent wrote it.
     *
     * @param status where the ticket goes with it; none: an answer makes it answered, a note leaves it
     * @param sendAt not earlier than this; none for at once
     */
    public record Words(
            MessageType type,
            Content content,
            List<String> cc,
            List<UUID> attachments,
            @Nullable TicketStatus status,
            @Nullable Instant sendAt) {}

    private final Tickets tickets;
    private final TicketStore store;
    private final MessageStore messages;
    private final AttachmentStore attachments;
    private final DraftStore drafts;
    private final Transitions transitions;
    private final List<ReplyOutlet> outlets;
    private final Log log;
    private final Clock clock;

    TicketReplying(
            Tickets tickets,
            TicketStore store,
            MessageStore messages,
            AttachmentStore attachments,
            DraftStore drafts,
            Transitions transitions,
            List<ReplyOutlet> outlets,
            Log log,
            Clock clock) {
        this.tickets = tickets;
        this.store = store;
        this.messages = messages;
        this.attachments = attachments;
        this.drafts = drafts;
        this.transitions = transitions;
        this.outlets = outlets;
        this.log = log;
        this.clock = clock;
    }

    public Message write(Actor by, String code, Words words) {
        by.mustHave(Permission.TICKETS_REPLY);
        Ticket ticket = tickets.writable(by, code);
        if (words.type() != MessageType.NOTE || words.status() != null) {
            tickets.mustBeAnswerable(by, ticket);
        }
        checkStatus(by, ticket, words);
        attachments.mustBeFree(by, words.attachments());
        Message message = words.type() == MessageType.NOTE ? note(by, ticket, words) : answer(by, ticket, words);
        if (by.isAgent()) {
            drafts.delete(by.workspace(), ticket.id(), by.agentId(), words.type());
        }
        return message;
    }

    /** Answers a ticket the caller has just opened. */
    Message answer(Actor by, Ticket ticket, Words words) {
        Instant now = clock.instant();
        UUID id = Ids.next();
        ReplyOutlet outlet = outlets.stream()
                .filter(candidate -> candidate.carries(ticket.channel()))
                .findFirst()
                .orElse(null);
        ReplyOutlet.Dispatch dispatch = outlet == null
                ? new ReplyOutlet.Dispatch(List.of(), words.cc(), null, null, DeliveryState.NOT_DELIVERED, null)
                : outlet.prepare(by, ticket, new ReplyOutlet.Outgoing(id, words.cc(), words.sendAt()));
        Message message = new Message(
                id,
                ticket.id(),
                MessageType.REPLY,
                Direction.OUT,
                authored(by),
                now,
                words.content(),
                false,
                dispatch.to(),
                dispatch.cc(),
                dispatch.rfcMessageId(),
                dispatch.rfcReferences(),
                null,
                words.attachments(),
                dispatch.state());
        messages.insert(by.workspace(), message);
        if (outlet != null) {
            outlet.queue(by, ticket, message, dispatch, words.sendAt());
        }
        boolean answersWaiting = ticket.status().isWaiting();
        log.write(
                by,
                new MessageSent(
                        ticket.id(),
                        by.isAgent() ? by.id() : null,
                        ticket.customer(),
                        ticket.department(),
                        ticket.channel().code(),
                        id,
                        message.length(),
                        answersWaiting ? ticket.status() : null,
                        answersWaiting ? Transitions.seconds(ticket.statusSince(), now) : null),
                now);
        TicketStatus to = words.status() == null ? TicketStatus.ANSWERED : words.status();
        store.update(by.workspace(), ticket, transitions.become(by, ticket.withMessage(message), to, now, null));
        return message;
    }

    private Message note(Actor by, Ticket ticket, Words words) {
        Instant now = clock.instant();
        Message message = new Message(
                Ids.next(),
                ticket.id(),
                MessageType.NOTE,
                Direction.INTERNAL,
                authored(by),
                now,
                words.content(),
                false,
                List.of(),
                List.of(),
                null,
                null,
                null,
                words.attachments(),
                null);
        messages.insert(by.workspace(), message);
        log.write(
                by,
                new NoteAdded(
                        ticket.id(),
                        by.isAgent() ? by.id() : null,
                        ticket.department(),
                        ticket.channel().code(),
                        message.id()),
                now);
        Ticket changed = ticket.withMessage(message);
        if (words.status() != null) {
            changed = transitions.become(by, changed, words.status(), now, null);
        }
        store.update(by.workspace(), ticket, changed);
        return message;
    }

    /** What may happen to a ticket along with a message is no more than without one. */
    private static void checkStatus(Actor by, Ticket ticket, Words words) {
        TicketStatus to = words.status();
        if (to == null) {
            return;
        }
        ticket.checkCanBecome(to);
        if (to == TicketStatus.DELETED) {
            by.mustHave(Permission.TICKETS_DELETE);
        }
        if (to == TicketStatus.POSTPONED) {
            throw Refusal.invalid("/status", "Postpone it with PATCH, which says until when.");
        }
        if (to == TicketStatus.NEW && words.type() == MessageType.REPLY) {
            throw Refusal.conflict("not-possible", "An answered ticket is not new.");
        }
    }

    private static Message.Author authored(Actor by) {
        return new Message.Author(by.kind(), by.id(), by.name(), null);
    }
}
