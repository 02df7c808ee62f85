package org.fourleaf.players;

import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fourleaf.game.PersonalRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All rows about one agent, as they are stored. */
@Component
class PersonalRecordsQuery {

    private static final int FETCHED_AT_ONCE = 500;

    private final JdbcClient jdbc;

    PersonalRecordsQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Each as a line of JSON, in constant memory. Table and columns are a module's own words, never a caller's. */
    void each(UUID workspace, UUID agent, PersonalRecords.Table table, Consumer<String> line) {
        String about = table.agents().stream()
                .map(column -> "t." + column + " = :agent")
                .collect(Collectors.joining(" or "));
        try (Stream<String> rows = jdbc
                .sql(
                        "select jsonb_build_object('section', cast(:section as text)) || to_jsonb(t) - 'workspace_id' as line from "
                                + table.name() + " t where t.workspace_id = :w and (" + about + ") order by t.*")
                .param("section", table.section())
                .param("w", workspace)
                .param("agent", agent)
                .withFetchSize(FETCHED_AT_ONCE)
                .query((row, number) -> row.getString("line"))
                .stream()) {
            rows.forEach(line);
        }
    }
}
