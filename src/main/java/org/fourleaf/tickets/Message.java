package org.fourleaf.tickets;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Texts;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the thread as it is stored.
 *
 * @param newSender an outside person who was no participant before
 * @param inReplyTo the message it answers or forwards, where that was said
 * @param aside between us and a third party: the customer is never sent nor quoted any of it
 */
public record Message(
        UUID id,
        UUID ticket,
        MessageType type,
        Direction direction,
        Author author,
        Instant at,
        Content content,
        boolean newSender,
        List<String> to,
        List<String> cc,
        List<String> bcc,
        @Nullable String rfcMessageId,
        @Nullable String rfcReferences,
        @Nullable UUID intake,
        @Nullable UUID inReplyTo,
        boolean aside,
        List<UUID> attachments,
        @Nullable DeliveryState delivery) {

    /** Who wrote it, with the name shown then. */
    public record Author(
            Actor.Kind kind,
            @Nullable UUID id,
            String name,
            @Nullable String address) {}

    public Message {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        bcc = List.copyOf(bcc);
        attachments = List.copyOf(attachments);
    }

    /** Whom an answer to this one message goes to: its writer, or again those whom we wrote to. */
    List<String> repliesTo() {
        if (direction == Direction.OUT) {
            return to;
        }
        return author.address() == null ? List.of() : List.of(author.address());
    }

    boolean answersCustomer() {
        return type == MessageType.REPLY && !aside;
    }

    boolean countsInThread() {
        return type != MessageType.NOTE && !(aside && direction == Direction.OUT);
    }

    /** The same message going out. */
    Message sentAs(ReplyOutlet.Dispatch dispatch, Instant when) {
        return new Message(
                id,
                ticket,
                type,
                direction,
                author,
                when,
                content,
                newSender,
                dispatch.to(),
                dispatch.cc(),
                dispatch.bcc(),
                dispatch.rfcMessageId(),
                dispatch.rfcReferences(),
                intake,
                inReplyTo,
                aside,
                attachments,
                dispatch.state());
    }

    /** The first words of what was written now, for lists. */
    String snippet() {
        return snippet(content.written());
    }

    static String snippet(String words) {
        String start = Texts.cut(words, 4 * Ticket.SNIPPET_LENGTH_MAX);
        return Texts.cut(Texts.line(start).replaceAll(" {2,}", " "), Ticket.SNIPPET_LENGTH_MAX);
    }

    /** Characters the agent wrote, no quote, no signature: what {@code message.sent} counts. */
    int length() {
        String written = content.written();
        return written.codePointCount(0, written.length());
    }
}
