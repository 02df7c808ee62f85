package org.fourleaf.tickets;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Saves messages with their attachments, and finds which ticket a mail belongs to. */
@Component
class MessageStore {

    private final JdbcClient jdbc;

    MessageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a thread amounts to, without notes and what is not sent yet. @param lastWords the latest words in it; may be empty */
    record Sums(
            int count,
            @Nullable Instant lastAt,
            String lastWords,
            boolean hasAttachments,
            @Nullable Instant firstAnswerAt,
            @Nullable Direction lastDirection) {}

    void insert(UUID workspace, Message message) {
        insert(workspace, message, false);
    }

    /** @param held not sent yet */
    void insert(UUID workspace, Message message, boolean held) {
        jdbc.sql("""
                        insert into message (workspace_id, id, ticket_id, type, direction, author_kind, author_id, author_name,
                            author_address, at, text, new_text, quoted_text, html, new_html, quoted_html, has_remote_content,
                            new_sender, to_addresses, cc_addresses, bcc_addresses, rfc_message_id, rfc_references, intake_id,
                            in_reply_to, aside, held, delivery)
                        values (:w, :id, :ticket, :type, :direction, :authorKind, :authorId, :authorName, :authorAddress, :at,
                            :text, :newText, :quotedText, :html, :newHtml, :quotedHtml, :remote, :newSender, :to, :cc, :bcc, :rfcId,
                            :rfcReferences, :intake, :inReplyTo, :aside, :held, :delivery)
                        """)
                .param("w", workspace)
                .param("id", message.id())
                .param("ticket", message.ticket())
                .param("type", message.type().code())
                .param("direction", message.direction().code())
                .param("authorKind", message.author().kind().code())
                .param("authorId", message.author().id())
                .param("authorName", message.author().name())
                .param("authorAddress", message.author().address())
                .param("at", Sql.bind(message.at()))
                .param("text", message.content().text())
                .param("newText", message.content().newText())
                .param("quotedText", message.content().quotedText())
                .param("html", message.content().html())
                .param("newHtml", message.content().newHtml())
                .param("quotedHtml", message.content().quotedHtml())
                .param("remote", message.content().hasRemoteContent())
                .param("newSender", message.newSender())
                .param("to", Sql.bind(message.to()))
                .param("cc", Sql.bind(message.cc()))
                .param("bcc", Sql.bind(message.bcc()))
                .param("inReplyTo", message.inReplyTo())
                .param("aside", message.aside())
                .param("held", held)
                .param("rfcId", message.rfcMessageId())
                .param("rfcReferences", message.rfcReferences())
                .param("intake", message.intake())
                .param(
                        "delivery",
                        message.delivery() == null ? null : message.delivery().code())
                .update();
        if (!message.attachments().isEmpty()) {
            jdbc.sql("""
                            update attachment set ticket_id = :ticket, message_id = :message
                            where workspace_id = :w and id = any (:ids)
                            """)
                    .param("w", workspace)
                    .param("ticket", message.ticket())
                    .param("message", message.id())
                    .param("ids", Sql.bind(message.attachments()))
                    .update();
        }
    }

    /** Where a message is now, which after a merge is another ticket than when it was sent. @param changed its state was another */
    record Reported(UUID message, UUID ticket, UUID department, boolean changed) {}

    List<Reported> setDelivery(UUID workspace, Collection<UUID> messages, DeliveryState state) {
        return jdbc.sql("""
                        update message m set delivery = :state from ticket t, message old
                        where m.workspace_id = :w and m.id = any (:ids) and t.workspace_id = :w and t.id = m.ticket_id
                            and old.workspace_id = :w and old.id = m.id
                        returning m.id, m.ticket_id, t.department_id, old.delivery is distinct from m.delivery as changed
                        """)
                .param("w", workspace)
                .param("ids", Sql.bind(messages))
                .param("state", state.code())
                .query(Row.as(row -> new Reported(
                        row.uuid("id"), row.uuid("ticket_id"), row.uuid("department_id"), row.flag("changed"))))
                .list();
    }

    Optional<Message> find(UUID workspace, UUID id) {
        return jdbc.sql("""
                        select id, ticket_id, type, direction, author_kind, author_id, author_name, author_address, at, text, new_text,
                            quoted_text, html, new_html, quoted_html, has_remote_content, new_sender, to_addresses, cc_addresses,
                            bcc_addresses, rfc_message_id, rfc_references, intake_id, in_reply_to, aside, delivery,
                            array(select a.id from attachment a where a.workspace_id = :w and a.message_id = :id) as files
                        from message where workspace_id = :w and id = :id
                        """)
                .param("w", workspace)
                .param("id", id)
                .query(Row.as(MessageStore::message))
                .optional();
    }

    /** Every message of a ticket, whatever it is. */
    int count(UUID workspace, UUID ticket) {
        return jdbc.sql("select count(*) from message where workspace_id = :w and ticket_id = :ticket")
                .param("w", workspace)
                .param("ticket", ticket)
                .query(Integer.class)
                .single();
    }

    boolean isHeld(UUID workspace, UUID id) {
        return jdbc.sql("select held from message where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .query(Row.as(row -> row.flag("held")))
                .single();
    }

    /** With their files, and for good: undoing a merge leaves them there. */
    void moveTo(UUID workspace, Collection<UUID> ids, UUID ticket) {
        jdbc.sql(
                        "update message set ticket_id = :ticket, merged_from = null where workspace_id = :w and id = any (:ids)")
                .param("w", workspace)
                .param("ids", Sql.bind(ids))
                .param("ticket", ticket)
                .update();
        jdbc.sql("update attachment set ticket_id = :ticket where workspace_id = :w and message_id = any (:ids)")
                .param("w", workspace)
                .param("ids", Sql.bind(ids))
                .param("ticket", ticket)
                .update();
    }

    /** A held message goes out. */
    void sent(UUID workspace, Message message) {
        jdbc.sql("""
                        update message set at = :at, to_addresses = :to, cc_addresses = :cc, bcc_addresses = :bcc,
                            rfc_message_id = :rfcId, rfc_references = :rfcReferences, delivery = :delivery, held = false
                        where workspace_id = :w and id = :id
                        """)
                .param("w", workspace)
                .param("id", message.id())
                .param("at", Sql.bind(message.at()))
                .param("to", Sql.bind(message.to()))
                .param("cc", Sql.bind(message.cc()))
                .param("bcc", Sql.bind(message.bcc()))
                .param("rfcId", message.rfcMessageId())
                .param("rfcReferences", message.rfcReferences())
                .param(
                        "delivery",
                        message.delivery() == null ? null : message.delivery().code())
                .update();
    }

    /** A held message is moved to another time. */
    void setAt(UUID workspace, UUID message, Instant at) {
        jdbc.sql("update message set at = :at where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", message)
                .param("at", Sql.bind(at))
                .update();
    }

    /** Its files are free again. */
    void delete(UUID workspace, UUID message) {
        jdbc.sql(
                        "update attachment set message_id = null, ticket_id = null where workspace_id = :w and message_id = :id")
                .param("w", workspace)
                .param("id", message)
                .update();
        jdbc.sql("delete from message where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", message)
                .update();
    }

    Sums sums(UUID workspace, UUID ticket) {
        return jdbc.sql("""
                        select count(*) as n, max(at) as last_at, min(at) filter (where type = 2 and not aside) as first_answer,
                            exists (select 1 from attachment a
                                where a.workspace_id = :w and a.ticket_id = :ticket and a.message_id is not null) as files,
                            (array_agg(left(coalesce(new_text, text), 640) order by at desc, id desc))[1] as words,
                            (array_agg(direction order by at desc, id desc))[1] as last_direction
                        from message
                        where workspace_id = :w and ticket_id = :ticket and type <> 3 and not (aside and direction = 2) and not held
                        """)
                .param("w", workspace)
                .param("ticket", ticket)
                .query(Row.as(row -> {
                    String words = row.textOrNull("words");
                    Integer direction = row.numberOrNull("last_direction");
                    return new Sums(
                            row.number("n"),
                            row.instantOrNull("last_at"),
                            words == null ? "" : words,
                            row.flag("files"),
                            row.instantOrNull("first_answer"),
                            direction == null ? null : Direction.ofCode(direction));
                }))
                .single();
    }

    /** The latest words from the customer's side. */
    Optional<UUID> latestFromOutside(UUID workspace, UUID ticket) {
        return jdbc.sql("""
                        select id from message
                        where workspace_id = :w and ticket_id = :ticket and direction = 1 and type = 1 and not aside
                        order by at desc, id desc limit 1
                        """)
                .param("w", workspace)
                .param("ticket", ticket)
                .query(Row.as(row -> row.uuid("id")))
                .optional();
    }

    boolean wroteSince(UUID workspace, UUID ticket, Instant moment) {
        return jdbc.sql("""
                        select exists (select 1 from message
                            where workspace_id = :w and ticket_id = :ticket and at > :moment and direction = 1 and type = 1
                                and not aside) as wrote
                        """)
                .param("w", workspace)
                .param("ticket", ticket)
                .param("moment", Sql.bind(moment))
                .query(Row.as(row -> row.flag("wrote")))
                .single();
    }

    /** Whether one of these Message-IDs is of a talk with a third party. */
    boolean anyAside(UUID workspace, Collection<String> rfcMessageIds) {
        return jdbc.sql("""
                        select exists (select 1 from message
                            where workspace_id = :w and rfc_message_id = any (:ids) and rfc_message_id is not null and aside) as aside
                        """)
                .param("w", workspace)
                .param("ids", rfcMessageIds.toArray(String[]::new))
                .query(Row.as(row -> row.flag("aside")))
                .single();
    }

    private static Message message(Row row) throws SQLException {
        return new Message(
                row.uuid("id"),
                row.uuid("ticket_id"),
                MessageType.ofCode(row.number("type")),
                Direction.ofCode(row.number("direction")),
                new Message.Author(
                        Actor.Kind.ofCode(row.number("author_kind")),
                        row.uuidOrNull("author_id"),
                        row.text("author_name"),
                        row.textOrNull("author_address")),
                row.instant("at"),
                new Content(
                        row.text("text"),
                        row.textOrNull("new_text"),
                        row.textOrNull("quoted_text"),
                        row.textOrNull("html"),
                        row.textOrNull("new_html"),
                        row.textOrNull("quoted_html"),
                        row.flag("has_remote_content")),
                row.flag("new_sender"),
                row.texts("to_addresses"),
                row.texts("cc_addresses"),
                row.texts("bcc_addresses"),
                row.textOrNull("rfc_message_id"),
                row.textOrNull("rfc_references"),
                row.uuidOrNull("intake_id"),
                row.uuidOrNull("in_reply_to"),
                row.flag("aside"),
                row.uuids("files"),
                DeliveryState.ofCode(row.numberOrNull("delivery")));
    }

    Map<String, UUID> ticketsByRfcId(UUID workspace, Collection<String> rfcMessageIds) {
        record Known(String rfcId, UUID ticket) {}
        return jdbc
                .sql("""
                        select rfc_message_id, ticket_id from message
                        where workspace_id = :w and rfc_message_id = any (:ids) and rfc_message_id is not null order by id
                        """)
                .param("w", workspace)
                .param("ids", rfcMessageIds.toArray(String[]::new))
                .query(Row.as(row -> new Known(row.text("rfc_message_id"), row.uuid("ticket_id"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Known::rfcId, Known::ticket, (first, later) -> first));
    }

    /**
     * The Message-IDs of the conversation so far, oldest first, bounded: what a reply's References are made of. Asked for in words that
     * the index of Message-IDs does not answer: while few messages have one, the planner read all of them instead of the ticket's.
     */
    List<String> conversation(UUID workspace, UUID ticket, int limit) {
        return jdbc.sql("""
                        select rfc_message_id from (
                            select rfc_message_id, at, id from message
                            where workspace_id = :w and ticket_id = :ticket and coalesce(rfc_message_id, '') <> '' and type <> 3
                                and not aside
                            order by at desc, id desc limit :limit) as latest
                        order by at, id
                        """)
                .param("w", workspace)
                .param("ticket", ticket)
                .param("limit", limit)
                .query(Row.as(row -> row.text("rfc_message_id")))
                .list();
    }
}
