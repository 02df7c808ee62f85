package org.fourleaf.game;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fourleaf.metrics.FigureFilter;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.log.ActivityKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What agents did in windows of days, which may overlap: one statement for all of them, which reads each day once. */
@Component
class ActQuery {

    /** One agent in one window. @param mostAt when the largest came first */
    record Acts(UUID agent, long n, long measured, long total, long most, Instant mostAt, Instant lastAt) {

        Acts plus(Acts other) {
            boolean larger = other.most > most || (other.most == most && other.mostAt.isBefore(mostAt));
            return new Acts(
                    agent,
                    n + other.n,
                    measured + other.measured,
                    total + other.total,
                    Math.max(most, other.most),
                    larger ? other.mostAt : mostAt,
                    other.lastAt.isAfter(lastAt) ? other.lastAt : lastAt);
        }
    }

    private static final long MICROS = 1_000_000;

    private final JdbcClient jdbc;

    ActQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * By window.
     *
     * @param filter of departments and channels
     * @param largest whether the largest numbers are asked for; without, they are 0
     */
    List<List<Acts>> acts(
            UUID workspace, List<Days> windows, Collection<ActivityKind> kinds, FigureFilter filter, boolean largest) {
        List<Days> parts = between(windows);
        List<List<Acts>> found = new ArrayList<>();
        parts.forEach(part -> found.add(new ArrayList<>()));
        String codes = kinds.stream()
                .map(kind -> Integer.toString(kind.code()))
                .sorted()
                .collect(Collectors.joining(", "));
        Sql sql = from(
                        parts,
                        """
                        d.agent_id, sum(d.n) as n, sum(d.measured) as measured, sum(d.total) as total, max(d.last_at) as last_at
                        """ + (largest ? """
                        , max(array[d.most, -cast(extract(epoch from d.most_at) * 1000000 as bigint)]) as top
                        """ : ""),
                        "act_day d on d.workspace_id = ? and d.kind in (" + codes + ")",
                        workspace)
                .add("and d.day >= s.a and d.day < s.b");
        if (!parts.isEmpty()) {
            // The planner can't see into the parts, and without their bounds would read all of a long past.
            sql.add(
                    "and d.day >= ? and d.day < ?",
                    number(parts.getFirst().from()),
                    number(parts.getLast().to()));
        }
        sql.addIf(
                !filter.departments().isEmpty(),
                "and d.department_id = any (?)",
                new ArrayList<>(filter.departments()));
        sql.addIf(!filter.channels().isEmpty(), "and d.channel = any (cast(? as smallint[]))", (Object)
                filter.channels().toArray(Integer[]::new));
        sql.add("group by s.slice, d.agent_id")
                .on(jdbc)
                .query(Row.as(row -> {
                    Instant last = row.instant("last_at");
                    Long[] top = largest ? (Long[]) row.set().getArray("top").getArray() : new Long[] {0L, 0L};
                    Acts acts = new Acts(
                            row.uuid("agent_id"),
                            row.big("n"),
                            row.big("measured"),
                            row.big("total"),
                            top[0],
                            largest ? instant(-top[1]) : last,
                            last);
                    found.get(row.number("slice") - 1).add(acts);
                    return acts;
                }))
                .list();
        return windows.stream().map(window -> together(window, parts, found)).toList();
    }

    private static List<Acts> together(Days window, List<Days> parts, List<List<Acts>> found) {
        Map<UUID, Acts> sums = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            if (!parts.get(i).from().isBefore(window.from())
                    && !parts.get(i).to().isAfter(window.to())) {
                found.get(i).forEach(acts -> sums.merge(acts.agent(), acts, Acts::plus));
            }
        }
        return List.copyOf(sums.values());
    }

    /** Cut at every border of the windows, so that each day is read once however many windows it is in. */
    private static List<Days> between(List<Days> windows) {
        TreeSet<LocalDate> borders = new TreeSet<>();
        windows.forEach(window -> {
            borders.add(window.from());
            borders.add(window.to());
        });
        List<Days> parts = new ArrayList<>();
        LocalDate from = null;
        for (LocalDate border : borders) {
            if (from != null) {
                parts.add(new Days(from, border));
            }
            from = border;
        }
        return parts;
    }

    /**
     * How many tickets each agent tagged, each once, by window. A tagging counts in the windows that begin after the one of the same ticket
     * before it, so that each row is read once however many windows it is in.
     */
    List<Map<UUID, Long>> tagged(UUID workspace, List<Days> windows) {
        List<Map<UUID, Long>> found = new ArrayList<>();
        windows.forEach(window -> found.add(new HashMap<>()));
        if (windows.isEmpty()) {
            return found;
        }
        int first =
                windows.stream().mapToInt(window -> number(window.from())).min().orElse(0);
        int end = windows.stream().mapToInt(window -> number(window.to())).max().orElse(0);
        jdbc.sql("""
                        select day, before, agent_id, count(*) as n from (
                            select t.day, t.agent_id, coalesce(lag(t.day) over (partition by t.agent_id, t.ticket_id order by t.day), :first - 1) as before
                            from case_tagged t where t.workspace_id = :w and t.day >= :first and t.day < :end) as tagging
                        group by day, before, agent_id
                        """)
                .param("w", workspace)
                .param("first", first)
                .param("end", end)
                .query(Row.as(row -> {
                    int day = row.number("day");
                    int before = row.number("before");
                    UUID agent = row.uuid("agent_id");
                    long n = row.big("n");
                    for (int i = 0; i < windows.size(); i++) {
                        int from = number(windows.get(i).from());
                        if (from <= day
                                && before < from
                                && day < number(windows.get(i).to())) {
                            found.get(i).merge(agent, n, Long::sum);
                        }
                    }
                    return day;
                }))
                .list();
        return found;
    }

    private static Sql from(List<Days> windows, String what, String join, UUID workspace) {
        return Sql.of(
                "select s.slice, " + what
                        + " from unnest(cast(? as int[]), cast(? as int[])) with ordinality as s(a, b, slice) join "
                        + join,
                numbers(windows.stream().map(Days::from).toList()),
                numbers(windows.stream().map(Days::to).toList()),
                workspace);
    }

    private static Object numbers(List<LocalDate> days) {
        return days.stream().map(ActQuery::number).toArray(Integer[]::new);
    }

    private static int number(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000);
    }
}
