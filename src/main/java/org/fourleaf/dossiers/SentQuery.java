package org.fourleaf.dossiers;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a customer ever sent, a page of tickets at a time. */
@Component
@Transactional(readOnly = true)
class SentQuery {

    private static final int MESSAGES_PER_TICKET_MAX = 10_000;

    record SentTicket(UUID id, String code, String subject, Instant createdAt, String fields) {}

    /** @param source the hash of the mail it came in, if it came by mail */
    record Sent(
            UUID id,
            Instant at,
            @Nullable String from,
            String text,
            @Nullable String html,
            byte @Nullable [] source) {}

    record SentFile(UUID id, UUID message, String name, String type, long size, byte[] hash) {}

    private final JdbcClient jdbc;

    SentQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Their own and those of others they take part in, by id. */
    List<SentTicket> tickets(UUID workspace, UUID customer, List<String> addresses, UUID after, int limit) {
        return jdbc.sql("""
                        select t.id, t.code, case t.customer_id when :customer then t.subject else '' end as subject, t.created_at,
                            case t.customer_id when :customer then t.fields else '{}' end as fields
                        from ticket t join (
                            (select id from ticket where workspace_id = :w and customer_id = :customer and id > :after
                                order by id limit :limit)
                            union
                            (select ticket_id from participant where workspace_id = :w and address = any (:addresses)
                                and ticket_id > :after order by ticket_id limit :limit)
                        ) as found on found.id = t.id
                        where t.workspace_id = :w order by t.id limit :limit
                        """)
                .param("w", workspace)
                .param("customer", customer)
                .param("addresses", Sql.bind(addresses))
                .param("after", after)
                .param("limit", limit)
                .query(Row.as(row -> new SentTicket(
                        row.uuid("id"),
                        row.text("code"),
                        row.text("subject"),
                        row.instant("created_at"),
                        row.text("fields"))))
                .list();
    }

    List<Sent> messages(UUID workspace, UUID ticket, UUID customer, List<String> addresses) {
        return jdbc.sql("""
                        select m.id, m.at, m.author_address, m.text, m.html, i.hash from message m
                        left join mail_intake i on i.workspace_id = m.workspace_id and i.id = m.intake_id
                        where m.workspace_id = :w and m.ticket_id = :ticket and m.author_kind = 2
                            and (m.author_id = :customer or m.author_address = any (:addresses))
                        order by m.at, m.id limit :limit
                        """)
                .param("w", workspace)
                .param("ticket", ticket)
                .param("customer", customer)
                .param("addresses", Sql.bind(addresses))
                .param("limit", MESSAGES_PER_TICKET_MAX)
                .query(Row.as(row -> new Sent(
                        row.uuid("id"),
                        row.instant("at"),
                        row.textOrNull("author_address"),
                        row.text("text"),
                        row.textOrNull("html"),
                        row.bytesOrNull("hash"))))
                .list();
    }

    List<SentFile> files(UUID workspace, UUID message) {
        return jdbc.sql("""
                        select id, message_id, name, type, size, hash from attachment
                        where workspace_id = :w and message_id = :message order by id
                        """)
                .param("w", workspace)
                .param("message", message)
                .query(Row.as(row -> new SentFile(
                        row.uuid("id"),
                        row.uuid("message_id"),
                        row.text("name"),
                        row.text("type"),
                        row.big("size"),
                        row.bytes("hash"))))
                .list();
    }
}
