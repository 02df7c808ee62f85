package org.fourleaf.badges;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which days have been evaluated. */
@Component
class BadgeDayStore {

    /** A day whose evaluation has begun and not ended. @param bound the snapshot up to which activities must be counted first */
    record Waiting(LocalDate day, String bound) {}

    private final JdbcClient jdbc;

    BadgeDayStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last day that is evaluated or waits for it. */
    @Nullable
    LocalDate last(UUID workspace) {
        return jdbc.sql("select day from badge_day where workspace_id = :w order by day desc limit 1")
                .param("w", workspace)
                .query(Row.as(row -> LocalDate.ofEpochDay(row.number("day"))))
                .optional()
                .orElse(null);
    }

    void insert(UUID workspace, LocalDate day, String bound) {
        jdbc.sql("insert into badge_day (workspace_id, day, bound) values (:w, :day, :bound) on conflict do nothing")
                .param("w", workspace)
                .param("day", number(day))
                .param("bound", bound)
                .update();
    }

    boolean isAnyWaiting(UUID workspace) {
        return jdbc.sql("select exists (select 1 from badge_day where workspace_id = :w and evaluated_at is null)")
                .param("w", workspace)
                .query(Boolean.class)
                .single();
    }

    /** The earliest day that waits. */
    Optional<Waiting> waiting(UUID workspace) {
        return jdbc.sql("""
                        select day, bound from badge_day where workspace_id = :w and evaluated_at is null
                        order by day limit 1
                        """)
                .param("w", workspace)
                .query(Row.as(row -> new Waiting(LocalDate.ofEpochDay(row.number("day")), row.text("bound"))))
                .optional();
    }

    void evaluated(UUID workspace, LocalDate day, Instant at) {
        jdbc.sql("update badge_day set evaluated_at = :at where workspace_id = :w and day = :day")
                .param("w", workspace)
                .param("day", number(day))
                .param("at", Sql.bind(at))
                .update();
    }

    private static int number(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }
}
