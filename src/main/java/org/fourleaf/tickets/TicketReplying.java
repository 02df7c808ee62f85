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

/** An agent answers the customer, writes to a third party, or leaves a note for colleagues. */
@Component
@Transactional
public class TicketReplying {

    /**
     * An answer, forward or note as the agent wrote it.
     *
     * @param status where the ticket goes with it; none: an answer makes it answered, all else leaves it
     * @param disposition how the case ended, with the status resolved
     */
    public record Words(
            MessageType type,
            Content content,
            Addressing addressing,
            List<UUID> attachments,
            @Nullable TicketStatus status,
            @Nullable String disposition,
            Timing timing) {

        public Words {
            attachments = List.copyOf(attachments);
        }

        /** To the customer, or as a note; at once, with nothing else. */
        public static Words of(MessageType type, Content content) {
            return new Words(type, content, Addressing.TO_CUSTOMER, List.of(), null, null, Timing.NOW);
        }
    }

    private final Tickets tickets;
    private final TicketStore store;
    private final MessageStore messages;
    private final AttachmentStore attachments;
    private final DraftStore drafts;
    private final HeldReplyStore held;
    private final AnswerDispatching dispatching;
    private final Transitions transitions;
    private final Log log;
    private final Clock clock;

    TicketReplying(
            Tickets tickets,
            TicketStore store,
            MessageStore messages,
            AttachmentStore attachments,
            DraftStore drafts,
            HeldReplyStore held,
            AnswerDispatching dispatching,
            Transitions transitions,
            Log log,
            Clock clock) {
        this.tickets = tickets;
        this.store = store;
        this.messages = messages;
        this.attachments = attachments;
        this.drafts = drafts;
        this.held = held;
        this.dispatching = dispatching;
        this.transitions = transitions;
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
        Instant due = words.timing().due(clock.instant());
        List<UUID> files = attachments.taken(by, ticket, words.attachments(), words.type() == MessageType.FORWARD);
        Message message;
        if (words.type() == MessageType.NOTE) {
            message = note(by, ticket, words, files);
        } else {
            if (ticket.status().isOut()) {
                throw Refusal.conflict("not-possible", "Restore the ticket first.");
            }
            Message written = written(by, ticket, words, files);
            message = due == null
                    ? dispatching.send(
                            by, transitions.ended(by, ticket, ending(ticket, words)), written, false, words.status())
                    : hold(by, ticket, written, words, due);
        }
        if (by.isAgent()) {
            drafts.delete(by.workspace(), ticket.id(), by.agentId(), words.type());
        }
        return message;
    }

    /** An automatic answer: the customer gets it, but nobody has answered; the ticket stays where it is. */
    public Message answerQuietly(Actor by, String code, Content content) {
        Ticket ticket = sendable(by, code);
        Words words = Words.of(MessageType.REPLY, content);
        return dispatching.sendQuietly(by, ticket, written(by, ticket, words, List.of()));
    }

    /** A mail of its own about the ticket to third parties; it quotes nothing, and the customer knows nothing of it. */
    public Message tell(Actor by, String code, Content content, List<String> to) {
        Ticket ticket = sendable(by, code);
        Message message = new Message(
                Ids.next(),
                ticket.id(),
                MessageType.FORWARD,
                Direction.OUT,
                authored(by),
                clock.instant(),
                content,
                false,
                to,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                true,
                List.of(),
                null);
        return dispatching.send(by, ticket, message, false, null);
    }

    private Ticket sendable(Actor by, String code) {
        by.mustHave(Permission.TICKETS_REPLY);
        Ticket ticket = tickets.writable(by, code);
        if (ticket.status().isOut()) {
            throw Refusal.conflict("not-possible", "Restore the ticket first.");
        }
        return ticket;
    }

    /** Answers a ticket the caller has just opened. */
    Message answer(Actor by, Ticket ticket, Words words) {
        return dispatching.send(by, ticket, written(by, ticket, words, words.attachments()), false, words.status());
    }

    /** Nothing of it happens before it is due: no status, no fact, no mail. */
    private Message hold(Actor by, Ticket ticket, Message written, Words words, Instant due) {
        if (words.status() != null) {
            transitions.checkReady(by, ticket, words.status(), words.disposition());
        }
        Instant now = clock.instant();
        boolean scheduled = words.timing().isScheduled();
        Message waiting = written.sentAs(
                new ReplyOutlet.Dispatch(
                        written.to(), written.cc(), written.bcc(), null, null, null, DeliveryState.SCHEDULED, null),
                due);
        messages.insert(by.workspace(), waiting, true);
        held.insert(
                by.workspace(),
                new HeldReply(
                        waiting.id(),
                        scheduled ? HeldReply.State.SCHEDULED : HeldReply.State.UNDOABLE,
                        now,
                        due,
                        words.status(),
                        words.disposition(),
                        null));
        if (scheduled) {
            log.write(
                    by,
                    new MessageScheduled(
                            ticket.id(), by.isAgent() ? by.id() : null, ticket.department(), waiting.id(), due),
                    now);
        }
        return waiting;
    }

    private Message written(Actor by, Ticket ticket, Words words, List<UUID> files) {
        Addressing addressing = words.addressing();
        Message answered = answered(by, ticket, words);
        boolean forward = words.type() == MessageType.FORWARD;
        if (forward && addressing.to().isEmpty()) {
            throw Refusal.invalid("/to", "Say to whom.");
        }
        if (!forward && answered != null && addressing.to().isEmpty()) {
            addressing = addressing.to(answered.repliesTo());
        }
        return new Message(
                Ids.next(),
                ticket.id(),
                words.type(),
                Direction.OUT,
                authored(by),
                clock.instant(),
                words.content(),
                false,
                addressing.to(),
                addressing.cc(),
                addressing.bcc(),
                null,
                null,
                null,
                answered == null ? null : answered.id(),
                forward || (answered != null && answered.aside()),
                files,
                null);
    }

    /** The message it names; for a forward that names none, what the customer wrote last. */
    private @Nullable Message answered(Actor by, Ticket ticket, Words words) {
        UUID id = words.addressing().inReplyTo();
        if (id == null) {
            return words.type() == MessageType.FORWARD
                    ? messages.latestFromOutside(by.workspace(), ticket.id())
                            .flatMap(latest -> messages.find(by.workspace(), latest))
                            .orElse(null)
                    : null;
        }
        return messages.find(by.workspace(), id)
                .filter(found -> found.ticket().equals(ticket.id()))
                .filter(found -> found.type() != MessageType.NOTE)
                .orElseThrow(() -> Refusal.invalid("/in_reply_to", "Name a mail of this ticket; a note stays inside."));
    }

    private Message note(Actor by, Ticket ticket, Words words, List<UUID> files) {
        if (!words.timing().equals(Timing.NOW)) {
            throw Refusal.invalid(
                    words.timing().isScheduled() ? "/send_at" : "/undo_seconds",
                    "A note is not sent, so it can't wait.");
        }
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
                List.of(),
                null,
                null,
                null,
                null,
                false,
                files,
                null);
        messages.insert(by.workspace(), message);
        log.write(
                by,
                new NoteAdded(
                        ticket.id(),
                        by.isAgent() ? by.id() : null,
                        ticket.department(),
                        ticket.channel().code(),
                        message.id(),
                        mentions(words.content())),
                now);
        Ticket changed = ticket.withMessage(message);
        if (words.status() != null) {
            Ticket ended = transitions.ended(by, changed, ending(changed, words));
            changed = transitions.become(by, ended, words.status(), now, null);
        }
        store.update(by, ticket, changed);
        return message;
    }

    private static @Nullable Integer mentions(Content content) {
        int named =
                content.html() == null ? 0 : NoteMentions.named(content.html()).size();
        return named == 0 ? null : named;
    }

    /** What may happen to a ticket along with a message is no more than without one. */
    private static void checkStatus(Actor by, Ticket ticket, Words words) {
        TicketStatus to = words.status();
        if (words.disposition() != null && to != TicketStatus.RESOLVED) {
            throw Refusal.invalid("/disposition", "Only together with the status resolved.");
        }
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
        if (to == TicketStatus.NEW && words.type() != MessageType.NOTE) {
            throw Refusal.conflict("not-possible", "An answered ticket is not new.");
        }
    }

    /** Unsaid, it stays. */
    private static @Nullable String ending(Ticket ticket, Words words) {
        return words.disposition() == null ? ticket.disposition() : words.disposition();
    }

    private static Message.Author authored(Actor by) {
        return new Message.Author(by.kind(), by.id(), by.name(), null);
    }
}
