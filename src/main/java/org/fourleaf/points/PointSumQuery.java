package org.fourleaf.points;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What points come to by agent, day and rule. */
@Component
class PointSumQuery {

    private final JdbcClient jdbc;

    PointSumQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, Long> lifetime(UUID workspace, Collection<UUID> agents) {
        return sums(Sql.of(
                "select agent_id, sum(points) as points from point_day where workspace_id = ? and agent_id = any (?) group by agent_id",
                workspace,
                new ArrayList<>(agents)));
    }

    /** By agent, from one day to another, that one not in it. */
    Map<UUID, Long> between(UUID workspace, LocalDate from, LocalDate to) {
        return sums(Sql.of(
                "select agent_id, sum(points) as points from point_day where workspace_id = ? and day >= ? and day < ? group by agent_id",
                workspace,
                Math.toIntExact(from.toEpochDay()),
                Math.toIntExact(to.toEpochDay())));
    }

    /** When each agent got or lost points last in a period. */
    Map<UUID, Instant> last(UUID workspace, LocalDate from, LocalDate to) {
        Map<UUID, Instant> last = new HashMap<>();
        jdbc.sql("""
                        select d.agent_id, (select e.at from point_entry e
                            where e.workspace_id = :w and e.agent_id = d.agent_id and e.day < :to order by e.at desc, e.id desc limit 1) as at
                        from (select distinct agent_id from point_day where workspace_id = :w and day >= :from and day < :to) as d
                        """)
                .param("w", workspace)
                .param("from", Math.toIntExact(from.toEpochDay()))
                .param("to", Math.toIntExact(to.toEpochDay()))
                .query(Row.as(row -> {
                    Instant at = row.instantOrNull("at");
                    if (at != null) {
                        last.put(row.uuid("agent_id"), at);
                    }
                    return last.size();
                }))
                .list();
        return last;
    }

    /** The months in which an agent got or lost points, with their sums, latest first. */
    Map<LocalDate, Long> seasons(UUID workspace, UUID agent) {
        Map<LocalDate, Long> seasons = new TreeMap<>(Comparator.reverseOrder());
        jdbc.sql("select day, points from point_day where workspace_id = :w and agent_id = :agent")
                .param("w", workspace)
                .param("agent", agent)
                .query(Row.as(row -> seasons.merge(
                        LocalDate.ofEpochDay(row.number("day")).withDayOfMonth(1), row.big("points"), Long::sum)))
                .list();
        return seasons;
    }

    /** From one day to another, that one not in it; most points first. */
    List<PointSums.ByRule> byRule(UUID workspace, UUID agent, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select rule, sum(points) as points, count(*) filter (where reverses is null) as entries from point_entry
                        where workspace_id = :w and agent_id = :agent and day >= :from and day < :to group by rule order by 2 desc, 1
                        """)
                .param("w", workspace)
                .param("agent", agent)
                .param("from", Math.toIntExact(from.toEpochDay()))
                .param("to", Math.toIntExact(to.toEpochDay()))
                .query(Row.as(row -> new PointSums.ByRule(row.text("rule"), row.big("points"), row.big("entries"))))
                .list();
    }

    NavigableMap<LocalDate, Long> byDay(UUID workspace, UUID agent) {
        NavigableMap<LocalDate, Long> points = new TreeMap<>();
        jdbc.sql("select day, points from point_day where workspace_id = :w and agent_id = :agent")
                .param("w", workspace)
                .param("agent", agent)
                .query(Row.as(row -> points.put(LocalDate.ofEpochDay(row.number("day")), row.big("points")) == null))
                .list();
        return points;
    }

    Optional<LocalDate> first(UUID workspace) {
        return jdbc.sql("select day from point_day where workspace_id = :w order by day limit 1")
                .param("w", workspace)
                .query(Row.as(row -> LocalDate.ofEpochDay(row.number("day"))))
                .optional();
    }

    private Map<UUID, Long> sums(Sql sql) {
        Map<UUID, Long> sums = new HashMap<>();
        sql.on(jdbc)
                .query(Row.as(row -> sums.put(row.uuid("agent_id"), row.big("points")) == null))
                .list();
        return sums;
    }
}
