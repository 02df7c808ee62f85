package org.fourleaf.game;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fourleaf.platform.database.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One agent's days: what each brought, and which were days at work. */
@Component
class OwnBoardQuery {

    /** Fewer make no average. */
    private static final int MEAN_OF_MIN = 5;

    private final JdbcClient jdbc;

    OwnBoardQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    NavigableMap<LocalDate, Long> points(UUID workspace, UUID agent) {
        NavigableMap<LocalDate, Long> points = new TreeMap<>();
        jdbc.sql("select day, points from point_day where workspace_id = :w and agent_id = :agent")
                .param("w", workspace)
                .param("agent", agent)
                .query(Row.as(row -> points.put(LocalDate.ofEpochDay(row.number("day")), row.big("points")) == null))
                .list();
        return points;
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

    /** On which days the agent held a badge that moves on and is not negative. */
    SortedSet<LocalDate> badgeDays(UUID workspace, UUID agent, LocalDate since, LocalDate today) {
        return new TreeSet<>(jdbc.sql("""
                        select distinct d.day from badge_award a
                        join badge b on b.workspace_id = :w and b.id = a.badge_id and b.kind <> :earned and b.polarity <> :negative
                        cross join lateral generate_series(greatest(a.since, :since), least(coalesce(a.until, :today + 1), :today + 1) - 1)
                            as d(day)
                        where a.workspace_id = :w and a.agent_id = :agent and coalesce(a.until, :today + 1) > :since
                        """)
                .param("w", workspace)
                .param("agent", agent)
                .param("earned", BadgeKind.EARNED.code())
                .param("negative", Polarity.NEGATIVE.code())
                .param("since", Math.toIntExact(since.toEpochDay()))
                .param("today", Math.toIntExact(today.toEpochDay()))
                .query(Row.as(row -> LocalDate.ofEpochDay(row.number("day"))))
                .list());
    }

    /** Of what is counted by day: the earliest of the best. */
    Optional<OwnBoards.BestDay> bestDay(UUID workspace, UUID agent, BadgeMetric metric, Direction direction) {
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

    Optional<LocalDate> firstPoints(UUID workspace) {
        return jdbc.sql("select day from point_day where workspace_id = :w order by day limit 1")
                .param("w", workspace)
                .query(Row.as(row -> LocalDate.ofEpochDay(row.number("day"))))
                .optional();
    }
}
