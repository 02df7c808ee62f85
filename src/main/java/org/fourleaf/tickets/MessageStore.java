package org.fourleaf.tickets;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Saves messages with their attachments, and finds which ticket a mail belongs to. */
@Component
class MessageStore {

    private final JdbcClient jdbc;

    MessageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID workspace, Message message) {
        jdbc.sql("""
                        insert into message (workspace_id, id, ticket_id, type, direction, author_kind, author_id, author_name,
                            author_address, at, text, new_text, quoted_text, html, new_html, quoted_html, has_remote_content,
                            new_sender, to_addresses, cc_addresses, rfc_message_id, rfc_references, intake_id, delivery)
                        values (:w, :id, :ticket, :type, :direction, :authorKind, :authorId, :authorName, :authorAddress, :at,
                            :text, :newText, :quotedText, :html, :newHtml, :quotedHtml, :remote, :newSender, :to, :cc, :rfcId,
                            :rfcReferences, :intake, :delivery)
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

    void setDelivery(UUID workspace, UUID message, DeliveryState state) {
        jdbc.sql("update message set delivery = :state where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", message)
                .param("state", state.code())
                .update();
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

    /** The Message-IDs of the conversation so far, oldest first, bounded: what a reply's References are made of. */
    List<String> conversation(UUID workspace, UUID ticket, int limit) {
        return jdbc.sql("""
                        select rfc_message_id from (
                            select rfc_message_id, at, id from message
                            where workspace_id = :w and ticket_id = :ticket and rfc_message_id is not null and type <> 3
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
