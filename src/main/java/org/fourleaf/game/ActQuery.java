package org.fourleaf.game;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.log.ActivityKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What agents did in windows of days, which may overlap: one statement for all of them. */
@Component
class ActQuery {

    /** The days from one to another, that one not in it. */
    record Days(LocalDate from, LocalDate to) {}

    /** One agent in one window. @param mostAt when the largest came first */
    record Acts(UUID agent, long n, long measured, long total, long most, Instant mostAt, Instant lastAt) {}

    private static final long MICROS = 1_000_000;

    private final JdbcClient jdbc;

    ActQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By window. */
    List<List<Acts>> acts(UUID workspace, List<Days> windows, Collection<ActivityKind> kinds) {
        List<List<Acts>> found = new ArrayList<>();
        windows.forEach(window -> found.add(new ArrayList<>()));
        String codes = kinds.stream()
                .map(kind -> Integer.toString(kind.code()))
                .sorted()
                .collect(Collectors.joining(", "));
        from(windows, """
                        d.agent_id, sum(d.n) as n, sum(d.measured) as measured, sum(d.total) as total, max(d.last_at) as last_at,
                        max(array[d.most, -cast(extract(epoch from d.most_at) * 1000000 as bigint)]) as top
                        """, "act_day d on d.workspace_id = ? and d.kind in (" + codes + ")", workspace)
                .add("and d.day >= s.a and d.day < s.b group by s.slice, d.agent_id")
                .on(jdbc)
                .query(Row.as(row -> {
                    Long[] top = (Long[]) row.set().getArray("top").getArray();
                    Acts acts = new Acts(
                            row.uuid("agent_id"),
                            row.big("n"),
                            row.big("measured"),
                            row.big("total"),
                            top[0],
                            instant(-top[1]),
                            row.instant("last_at"));
                    found.get(row.number("slice") - 1).add(acts);
                    return acts;
                }))
                .list();
        return found;
    }

    /** How many tickets each agent tagged, each once, by window. */
    List<Map<UUID, Long>> tagged(UUID workspace, List<Days> windows) {
        List<Map<UUID, Long>> found = new ArrayList<>();
        windows.forEach(window -> found.add(new HashMap<>()));
        from(windows, "t.agent_id, count(distinct t.ticket_id) as n", "case_tagged t on t.workspace_id = ?", workspace)
                .add("and t.day >= s.a and t.day < s.b group by s.slice, t.agent_id")
                .on(jdbc)
                .query(Row.as(row -> {
                    found.get(row.number("slice") - 1).put(row.uuid("agent_id"), row.big("n"));
                    return row.number("slice");
                }))
                .list();
        return found;
    }

    /** Agents at work: who left doesn't compete. By id, their address. */
    Map<UUID, String> competitors(UUID workspace) {
        Map<UUID, String> competitors = new HashMap<>();
        jdbc.sql("select id, email from agent where workspace_id = :w and deactivated_at is null")
                .param("w", workspace)
                .query(Row.as(row -> competitors.put(row.uuid("id"), row.text("email")) == null))
                .list();
        return competitors;
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
        return days.stream().map(day -> Math.toIntExact(day.toEpochDay())).toArray(Integer[]::new);
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000);
    }
}
