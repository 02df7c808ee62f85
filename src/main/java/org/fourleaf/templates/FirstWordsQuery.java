package org.fourleaf.templates;

import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.tickets.Direction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the customer wrote first. */
@Component
class FirstWordsQuery {

    private static final int CHARS_MAX = 5_000;

    private final JdbcClient jdbc;

    FirstWordsQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> of(UUID workspace, UUID ticket) {
        return jdbc.sql("""
                        select left(coalesce(new_text, text), :chars) as words from message
                        where workspace_id = :w and ticket_id = :ticket and direction = :in order by at, id limit 1
                        """)
                .param("w", workspace)
                .param("ticket", ticket)
                .param("in", Direction.IN.code())
                .param("chars", CHARS_MAX)
                .query(Row.as(row -> row.text("words")))
                .optional();
    }
}
