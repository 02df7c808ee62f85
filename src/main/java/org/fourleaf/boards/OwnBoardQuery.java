package org.fourleaf.boards;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fourleaf.game.Direction;
import org.fourleaf.game.GameMetric;
import org.fourleaf.platform.database.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One agent's days: which was the best, and which were days at work. */
@Component
class OwnBoardQuery {

    /** Fewer make no average. */
    private static final int MEAN_OF_MIN = 5;

    private final JdbcClient jdbc;

    OwnBoardQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    SortedSet<LocalDate> daysAtWork(UUID workspace, UUID agent, LocalDate since) {
        return new TreeSet<>(jdbc.sql("""
                        select distinct day from act_day where workspace_id = :w and agent_id = :agent and day >= :since
                        """)
                .param("w", workspace)
                .param("agent", agent)
                .param("since", Math.toIntExact(since.toEpochDay()))
                .query(Row.as(row -> LocalDate.ofEpochDay(row.number("day"))))
                .list());
    }

    /** Of what is counted by day: the earliest of the best. */
    Optional<OwnBoards.BestDay> bestDay(UUID workspace, UUID agent, GameMetric metric, Direction direction) {
        String value = switch (metric.shape()) {
            case COUNT -> "sum(n)";
            case MAXIMUM -> "max(most) filter (where measured > 0)";
            case MEAN -> "case when sum(measured) >= " + MEAN_OF_MIN + " then sum(total)::float8 / sum(measured) end";
            case TICKETS, RATINGS, ONLINE, PAUSED, KPI, FIGURES, DRAWN -> null;
        };
        if (value == null) {
            return Optional.empty();
        }
        String codes = metric.kinds().stream()
                .map(kind -> Integer.toString(kind.code()))
                .sorted()
                .collect(Collectors.joining(", "));
        return jdbc.sql("select day, value from (select day, " + value + " as value from act_day"
                        + " where workspace_id = :w and agent_id = :agent and kind in (" + codes
                        + ") group by day) as d"
                        + " where value is not null order by value " + (direction == Direction.MOST ? "desc" : "asc")
                        + ", day limit 1")
                .param("w", workspace)
                .param("agent", agent)
                .query(Row.as(row -> new OwnBoards.BestDay(
                        LocalDate.ofEpochDay(row.number("day")), row.set().getDouble("value"))))
                .optional();
    }
}
