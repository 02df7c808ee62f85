package org.fourleaf.boards;

import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far those readers of the log have come that figures, acts and points are made by. */
@Component
class ReadingQuery {

    private final JdbcClient jdbc;

    ReadingQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String position(UUID workspace) {
        return jdbc.sql("""
                        select coalesce(string_agg(concat_ws(' ', prev, cur, seq), ', ' order by name), '') as position from reader
                        where workspace_id = :w and name in ('figures', 'acts', 'points')
                        """)
                .param("w", workspace)
                .query(Row.as(row -> row.text("position")))
                .single();
    }
}
