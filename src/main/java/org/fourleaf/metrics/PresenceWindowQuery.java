package org.fourleaf.metrics;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.people.PresenceState;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long each agent was online and paused in windows that may overlap: every span is added up once, where it lies. */
@Component
class PresenceWindowQuery {

    /** Materialized: written into the query, the borders would be read from their text for every span. */
    private static final String SPANS = """
            with cut as materialized (select cast(:borders as timestamptz[]) as b), span as (
                select p.agent_id, p.state, greatest(p.since, b[1]) as since, least(p.until, b[cardinality(b)]) as until,
                    width_bucket(greatest(p.since, b[1]), b) as first,
                    width_bucket(least(p.until, b[cardinality(b)]) - interval '1 microsecond', b) as last
                from presence_span p cross join cut
                where p.workspace_id = :w and p.channel = 0 and p.until > :from and p.since < :to offset 0)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    PresenceWindowQuery(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Map<UUID, PresenceTimes>> times(UUID workspace, List<TimeSlice> windows) {
        List<Map<UUID, PresenceTimes>> times = new ArrayList<>();
        windows.forEach(window -> times.add(new HashMap<>()));
        Parts parts = Parts.of(windows, clock.instant());
        if (!parts.isEmpty()) {
            RowCallbackHandler within = set -> {
                Row row = new Row(set);
                add(parts, times, row, row.number("part"), row.big("micros"), row.instant("until"));
            };
            spans(workspace, parts, """
                            select agent_id, state, first as part, max(until) as until,
                                cast(sum(round(date_part('epoch', until - since) * 1000000)) as bigint) as micros
                            from span where first = last group by agent_id, state, first
                            """).query(within);
            RowCallbackHandler across = set -> cut(parts, times, new Row(set));
            spans(workspace, parts, "select * from span where first < last").query(across);
        }
        return times;
    }

    private JdbcClient.StatementSpec spans(UUID workspace, Parts parts, String what) {
        return jdbc.sql(SPANS + what)
                .param("w", workspace)
                .param("borders", parts.asTexts())
                .param("from", Sql.bind(parts.borders().getFirst()))
                .param("to", Sql.bind(parts.borders().getLast()));
    }

    /** The few that last over a border. */
    private static void cut(Parts parts, List<Map<UUID, PresenceTimes>> times, Row row) throws SQLException {
        Instant since = row.instant("since");
        Instant until = row.instant("until");
        for (int part = row.number("first"); part <= row.number("last"); part++) {
            Instant from = parts.borders().get(part - 1);
            Instant to = parts.borders().get(part);
            Instant begin = from.isAfter(since) ? from : since;
            Instant end = to.isBefore(until) ? to : until;
            add(parts, times, row, part, Duration.between(begin, end).toNanos() / 1_000, end);
        }
    }

    private static void add(
            Parts parts, List<Map<UUID, PresenceTimes>> times, Row row, int part, long micros, Instant until)
            throws SQLException {
        UUID agent = row.uuid("agent_id");
        boolean online = PresenceState.ofCode(row.number("state")) == PresenceState.ONLINE;
        for (int window : parts.windowsOf(part)) {
            times.get(window)
                    .merge(
                            agent,
                            PresenceTimes.NONE.with(online, micros, until),
                            (was, more) -> was.with(online, micros, until));
        }
    }
}
