package org.fourleaf.search;

import java.time.ZoneId;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The time zone whose days {@code before:} and {@code after:} mean. */
@Component
class WorkspaceZoneQuery {

    private final JdbcClient jdbc;

    WorkspaceZoneQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ZoneId zone(UUID workspace) {
        return ZoneId.of(jdbc.sql("select time_zone from workspace where id = :w")
                .param("w", workspace)
                .query(String.class)
                .single());
    }
}
