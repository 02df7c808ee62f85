package org.fourleaf.tickets;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What whoever carries an answer must know of it, its ticket and the words it answers. */
@Component
@Transactional(readOnly = true)
public class AnswerQuery {

    /** A stored answer. @param answered the last words from outside before it, if any */
    public record Answer(
            UUID message,
            TicketCode ticket,
            String subject,
            UUID department,
            Actor.Kind authorKind,
            @Nullable UUID author,
            String authorName,
            Instant at,
            String text,
            @Nullable String html,
            List<String> to,
            List<String> cc,
            @Nullable String rfcReferences,
            List<Attachment> attachments,
            @Nullable Earlier answered) {}

    /** What somebody outside wrote before: only what was new in it. */
    public record Earlier(
            String authorName,
            Instant at,
            String text,
            @Nullable String html,
            @Nullable String rfcMessageId) {}

    private record Place(UUID ticket, Instant at, Answer bare) {}

    private final JdbcClient jdbc;
    private final MessageStore messages;
    private final AttachmentStore attachments;

    AnswerQuery(JdbcClient jdbc, MessageStore messages, AttachmentStore attachments) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.attachments = attachments;
    }

    public Optional<Answer> find(Actor by, UUID message) {
        Optional<Place> found = jdbc.sql("""
                        select m.id, m.ticket_id, t.code, t.subject, t.department_id, m.author_kind, m.author_id, m.author_name, m.at,
                            m.text, m.html, m.to_addresses, m.cc_addresses, m.rfc_references
                        from message m join ticket t on t.workspace_id = m.workspace_id and t.id = m.ticket_id
                        where m.workspace_id = :w and m.id = :id
                        """)
                .param("w", by.workspace())
                .param("id", message)
                .query(Row.as(row -> new Place(
                        row.uuid("ticket_id"),
                        row.instant("at"),
                        new Answer(
                                row.uuid("id"),
                                new TicketCode(row.text("code")),
                                row.text("subject"),
                                row.uuid("department_id"),
                                Actor.Kind.ofCode(row.number("author_kind")),
                                row.uuidOrNull("author_id"),
                                row.text("author_name"),
                                row.instant("at"),
                                row.text("text"),
                                row.textOrNull("html"),
                                row.texts("to_addresses"),
                                row.texts("cc_addresses"),
                                row.textOrNull("rfc_references"),
                                List.of(),
                                null))))
                .optional();
        return found.map(place -> complete(by, place));
    }

    /** The Message-IDs of the ticket's conversation, oldest first: the latest ones, so many at most. */
    public List<String> conversation(Actor by, UUID ticket, int limit) {
        return messages.conversation(by.workspace(), ticket, limit);
    }

    private Answer complete(Actor by, Place place) {
        Answer bare = place.bare;
        Map<UUID, List<Attachment>> files = attachments.ofMessages(by.workspace(), List.of(bare.message));
        return new Answer(
                bare.message,
                bare.ticket,
                bare.subject,
                bare.department,
                bare.authorKind,
                bare.author,
                bare.authorName,
                bare.at,
                bare.text,
                bare.html,
                bare.to,
                bare.cc,
                bare.rfcReferences,
                files.getOrDefault(bare.message, List.of()),
                answered(by, place).orElse(null));
    }

    private Optional<Earlier> answered(Actor by, Place place) {
        return jdbc.sql("""
                        select author_name, at, coalesce(new_text, text) as text, coalesce(new_html, html) as html, rfc_message_id
                        from message
                        where workspace_id = :w and ticket_id = :ticket and direction = 1 and type = 1 and (at, id) < (:at, :id)
                        order by at desc, id desc limit 1
                        """)
                .param("w", by.workspace())
                .param("ticket", place.ticket)
                .param("at", Sql.bind(place.at))
                .param("id", place.bare.message)
                .query(Row.as(row -> new Earlier(
                        row.text("author_name"),
                        row.instant("at"),
                        row.text("text"),
                        row.textOrNull("html"),
                        row.textOrNull("rfc_message_id"))))
                .optional();
    }
}
