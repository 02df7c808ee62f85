package org.fourleaf.search;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fourleaf.tickets.MessageType;
import org.fourleaf.tickets.Priority;
import org.fourleaf.tickets.TicketCard;
import org.fourleaf.tickets.TicketStatus;
import org.jspecify.annotations.Nullable;

/**
 * A ticket that was found.
 *
 * @param subjectMarks what was found in the subject, as places in it
 * @param excerpt the newest message with the words in it; none when they stand elsewhere
 */
record TicketHit(
        String code,
        String subject,
        List<Marks.Mark> subjectMarks,
        TicketStatus status,
        Priority priority,
        TicketCard.Named department,
        TicketCard.@Nullable Person assignee,
        TicketCard.Person customer,
        List<String> tags,
        Instant createdAt,
        Instant lastMessageAt,
        boolean hasAttachments,
        @Nullable String mergedInto,
        String snippet,
        @Nullable Excerpt excerpt) {

    /** A piece of a message. @param marks places in its text, in UTF-16 units */
    record Excerpt(UUID message, MessageType type, String author, Instant at, String text, List<Marks.Mark> marks) {}

    static TicketHit of(TicketCard card, List<Marks.Mark> subjectMarks, ExcerptQuery.@Nullable Said said) {
        return new TicketHit(
                card.code(),
                card.subject(),
                subjectMarks,
                card.status(),
                card.priority(),
                card.department(),
                card.assignee(),
                card.customer(),
                card.tags(),
                card.createdAt(),
                card.lastMessageAt(),
                card.hasAttachments(),
                card.mergedInto(),
                card.snippet(),
                said == null
                        ? null
                        : new Excerpt(
                                said.message(),
                                said.type(),
                                said.author(),
                                said.at(),
                                said.excerpt().text(),
                                said.excerpt().marks()));
    }
}
