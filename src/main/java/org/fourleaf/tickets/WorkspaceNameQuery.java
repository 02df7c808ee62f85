package org.fourleaf.tickets;

import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the company that runs the desk is called: a variable in texts. */
@Component
class WorkspaceNameQuery {

    private final JdbcClient jdbc;

    WorkspaceNameQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String of(UUID workspace) {
        return jdbc.sql("select name from workspace where id = :w")
                .param("w", workspace)
                .query(Row.as(row -> row.text("name")))
                .single();
    }
}
