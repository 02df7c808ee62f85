package org.fourleaf.boards;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who left public boards. */
@Component
class BoardAbsenceStore {

    private final JdbcClient jdbc;

    BoardAbsenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nobody where agents may not leave: whoever had left is back. */
    Set<UUID> absent(UUID workspace) {
        return new HashSet<>(jdbc.sql("""
                        select a.agent_id from board_absence a where a.workspace_id = :w
                            and coalesce((select g.leaving from game_setting g where g.workspace_id = :w), true)
                        """)
                .param("w", workspace)
                .query(Row.as(row -> row.uuid("agent_id")))
                .list());
    }

    void leave(UUID workspace, UUID agent, Instant at) {
        jdbc.sql(
                        "insert into board_absence (workspace_id, agent_id, since) values (:w, :agent, :at) on conflict do nothing")
                .param("w", workspace)
                .param("agent", agent)
                .param("at", Sql.bind(at))
                .update();
    }

    void comeBack(UUID workspace, UUID agent) {
        jdbc.sql("delete from board_absence where workspace_id = :w and agent_id = :agent")
                .param("w", workspace)
                .param("agent", agent)
                .update();
    }
}
