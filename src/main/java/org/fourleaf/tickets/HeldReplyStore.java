package org.fourleaf.tickets;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves answers that wait to be sent. */
@Component
class HeldReplyStore {

    private final JdbcClient jdbc;

    HeldReplyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<UUID> workspacesWithDue(Instant now) {
        return jdbc.sql("select * from workspaces_with_due_messages(:now)")
                .param("now", Sql.bind(now))
                .query(UUID.class)
                .list();
    }

    /** The longest due first. */
    List<UUID> due(UUID workspace, Instant now, int limit) {
        return jdbc.sql("""
                        select message_id from held_message where workspace_id = :w and state <= 2 and due_at <= :now
                        order by due_at limit :limit
                        """)
                .param("w", workspace)
                .param("now", Sql.bind(now))
                .param("limit", limit)
                .query(Row.as(row -> row.uuid("message_id")))
                .list();
    }

    /** Locked until the transaction ends, so that it is sent or taken back, and once. */
    Optional<HeldReply> lock(UUID workspace, UUID message) {
        return jdbc.sql("""
                        select message_id, state, held_at, due_at, status, disposition, reason from held_message
                        where workspace_id = :w and message_id = :id for update
                        """)
                .param("w", workspace)
                .param("id", message)
                .query(Row.as(row -> {
                    Integer status = row.numberOrNull("status");
                    String reason = row.textOrNull("reason");
                    return new HeldReply(
                            row.uuid("message_id"),
                            HeldReply.State.ofCode(row.number("state")),
                            row.instant("held_at"),
                            row.instant("due_at"),
                            status == null ? null : TicketStatus.ofCode(status),
                            row.textOrNull("disposition"),
                            reason == null ? null : HeldReply.Reason.valueOf(reason.toUpperCase(Locale.ROOT)));
                }))
                .optional();
    }

    void insert(UUID workspace, HeldReply held) {
        jdbc.sql("""
                        insert into held_message (workspace_id, message_id, state, held_at, due_at, status, disposition)
                        values (:w, :id, :state, :heldAt, :dueAt, :status, :disposition)
                        """)
                .param("w", workspace)
                .param("id", held.message())
                .param("state", held.state().code())
                .param("heldAt", Sql.bind(held.heldAt()))
                .param("dueAt", Sql.bind(held.dueAt()))
                .param("status", held.status() == null ? null : held.status().code())
                .param("disposition", held.disposition())
                .update();
    }

    void update(UUID workspace, HeldReply held) {
        jdbc.sql("""
                        update held_message set state = :state, held_at = :heldAt, due_at = :dueAt, reason = :reason
                        where workspace_id = :w and message_id = :id
                        """)
                .param("w", workspace)
                .param("id", held.message())
                .param("state", held.state().code())
                .param("heldAt", Sql.bind(held.heldAt()))
                .param("dueAt", Sql.bind(held.dueAt()))
                .param("reason", held.reason() == null ? null : held.reason().json())
                .update();
    }

    void delete(UUID workspace, UUID message) {
        jdbc.sql("delete from held_message where workspace_id = :w and message_id = :id")
                .param("w", workspace)
                .param("id", message)
                .update();
    }
}
