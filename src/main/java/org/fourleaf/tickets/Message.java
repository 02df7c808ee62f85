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
        @Nullable String rfcMessageId,
        @Nullable String rfcReferences,
        @Nullable UUID intake,
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
        attachments = List.copyOf(attachments);
    }

    /** The first words of what was written now, for lists. */
    String snippet() {
        String start = Texts.cut(content.written(), 4 * Ticket.SNIPPET_LENGTH_MAX);
        return Texts.cut(Texts.line(start).replaceAll(" {2,}", " "), Ticket.SNIPPET_LENGTH_MAX);
    }

    /** Characters the agent wrote, no quote, no signature: what {@code message.sent} counts. */
    int length() {
        String written = content.written();
        return written.codePointCount(0, written.length());
    }
}
