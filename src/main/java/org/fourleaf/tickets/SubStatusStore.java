package org.fourleaf.tickets;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which ticket is in which sub-status. */
@Component
class SubStatusStore {

    private final JdbcClient jdbc;

    SubStatusStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<UUID> of(UUID workspace, UUID ticket) {
        return jdbc.sql("select sub_status_id from ticket_sub_status where workspace_id = :w and ticket_id = :ticket")
                .param("w", workspace)
                .param("ticket", ticket)
                .query(Row.as(row -> row.uuid("sub_status_id")))
                .optional();
    }

    void put(UUID workspace, UUID ticket, UUID subStatus, Instant since) {
        jdbc.sql("""
                        insert into ticket_sub_status (workspace_id, ticket_id, sub_status_id, since)
                        values (:w, :ticket, :subStatus, :since)
                        on conflict (workspace_id, ticket_id) do update set sub_status_id = excluded.sub_status_id, since = excluded.since
                        """)
                .param("w", workspace)
                .param("ticket", ticket)
                .param("subStatus", subStatus)
                .param("since", Sql.bind(since))
                .update();
    }

    void remove(UUID workspace, UUID ticket) {
        jdbc.sql("delete from ticket_sub_status where workspace_id = :w and ticket_id = :ticket")
                .param("w", workspace)
                .param("ticket", ticket)
                .update();
    }
}
