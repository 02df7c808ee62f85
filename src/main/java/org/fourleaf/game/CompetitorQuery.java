package org.fourleaf.game;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The addresses of agents at work. */
@Component
class CompetitorQuery {

    private final JdbcClient jdbc;

    CompetitorQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, String> all(UUID workspace) {
        Map<UUID, String> competitors = new HashMap<>();
        jdbc.sql("select id, email from agent where workspace_id = :w and deactivated_at is null")
                .param("w", workspace)
                .query(Row.as(row -> competitors.put(row.uuid("id"), row.text("email")) == null))
                .list();
        return competitors;
    }
}
