package org.fourleaf.platform.log;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forgets old activities, the one thing that ever takes lines out of the log. Never lines of the last year, never administrative ones,
 * never such of tickets that something happened to since, and none that a reader has not read.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class LogForgetting {

    /** Where a walk got to, and how many lines it forgot on the way. */
    public record Step(long reached, int forgotten) {}

    private final JdbcClient jdbc;

    LogForgetting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param before when they were recorded; imported ones too. @return none when there is nothing more */
    public Optional<Step> forget(UUID workspace, Instant before, long after, int lines) {
        return jdbc.sql("select reached, deleted from forget_log(:w, cast(:before as timestamptz), :after, :lines)")
                .param("w", workspace)
                .param("before", Sql.bind(before))
                .param("after", after)
                .param("lines", lines)
                .query(Row.as(row -> new Step(row.big("reached"), row.number("deleted"))))
                .optional();
    }

    /** Up to when something is forgotten; what was made of it can't be made anew. */
    public Optional<Instant> forgottenBefore(UUID workspace) {
        return jdbc.sql("select before from log_forgotten where workspace_id = :w")
                .param("w", workspace)
                .query(Row.as(row -> row.instant("before")))
                .optional();
    }
}
