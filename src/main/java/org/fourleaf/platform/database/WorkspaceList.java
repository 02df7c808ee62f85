package org.fourleaf.platform.database;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All workspaces in use, for work that goes round them: each piece runs inside its own. */
@Component
public class WorkspaceList {

    private final JdbcClient jdbc;

    WorkspaceList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<UUID> ids() {
        return jdbc.sql("select id from workspace where suspended_at is null order by id")
                .query(Row.as(row -> row.uuid("id")))
                .list();
    }

    public void forEach(Consumer<UUID> work) {
        ids().forEach(workspace -> Workspaces.run(workspace, () -> work.accept(workspace)));
    }
}
