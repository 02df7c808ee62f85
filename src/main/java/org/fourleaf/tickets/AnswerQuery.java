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

    /**
     * A stored answer.
     *
     * @param forwards it hands on what somebody else wrote
     * @param aside it goes to a third party, outside the customer's conversation
     * @param language of the customer it is for; none when that is not known, or it goes to a third party
     * @param answered the message it answers or forwards: the one it names, else the customer's last words before it, if any
     */
    public record Answer(
            UUID message,
            boolean forwards,
            boolean aside,
            @Nullable String language,
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

    /** What was written before: only what was new in it, all of it where it is forwarded. */
    public record Earlier(
            String authorName,
            @Nullable String authorAddress,
            List<String> to,
            Instant at,
            String text,
            @Nullable String html,
            @Nullable String rfcMessageId) {}

    private record Place(UUID ticket, Instant at, @Nullable UUID inReplyTo, boolean aside, Answer bare) {}

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
                            m.text, m.html, m.to_addresses, m.cc_addresses, m.rfc_references, m.type, m.aside, m.in_reply_to,
                            c.language
                        from message m join ticket t on t.workspace_id = m.workspace_id and t.id = m.ticket_id
                        join customer c on c.workspace_id = t.workspace_id and c.id = t.customer_id
                        where m.workspace_id = :w and m.id = :id
                        """)
                .param("w", by.workspace())
                .param("id", message)
                .query(Row.as(row -> new Place(
                        row.uuid("ticket_id"),
                        row.instant("at"),
                        row.uuidOrNull("in_reply_to"),
                        row.flag("aside"),
                        new Answer(
                                row.uuid("id"),
                                row.number("type") == MessageType.FORWARD.code(),
                                row.flag("aside"),
                                row.flag("aside") ? null : row.textOrNull("language"),
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
                bare.forwards,
                bare.aside,
                bare.language,
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
        Sql sql = Sql.of("""
                select author_name, author_address, to_addresses, at, text, html, coalesce(new_text, text) as new_text,
                    coalesce(new_html, html) as new_html, rfc_message_id
                from message where workspace_id = ? and ticket_id = ? and type <> 3
                """, by.workspace(), place.ticket);
        if (place.inReplyTo != null) {
            sql.add("and id = ?", place.inReplyTo).addIf(!place.aside, "and not aside");
        } else if (place.aside) {
            return Optional.empty();
        } else {
            sql.add(
                    "and direction = 1 and type = 1 and not aside and (at, id) < (?, ?) order by at desc, id desc limit 1",
                    place.at,
                    place.bare.message);
        }
        String which = place.bare.forwards ? "" : "new_";
        return sql.on(jdbc)
                .query(Row.as(row -> new Earlier(
                        row.text("author_name"),
                        row.textOrNull("author_address"),
                        row.texts("to_addresses"),
                        row.instant("at"),
                        row.text(which + "text"),
                        row.textOrNull(which + "html"),
                        row.textOrNull("rfc_message_id"))))
                .optional();
    }
}
