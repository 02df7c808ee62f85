package org.fourleaf.metrics;

import java.sql.ResultSet;
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

/** How long each agent was online and paused in windows that may overlap: every span is read once. */
@Component
class PresenceWindowQuery {

    private final JdbcClient jdbc;
    private final Clock clock;

    PresenceWindowQuery(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param windows by when they begin and end, which is the same order */
    List<Map<UUID, PresenceTimes>> times(UUID workspace, List<TimeSlice> windows) {
        List<Map<UUID, PresenceTimes>> times = new ArrayList<>();
        windows.forEach(window -> times.add(new HashMap<>()));
        Instant now = clock.instant();
        Instant from =
                windows.stream().map(TimeSlice::from).min(Instant::compareTo).orElse(now);
        Instant last =
                windows.stream().map(TimeSlice::to).max(Instant::compareTo).orElse(now);
        Instant to = last.isBefore(now) ? last : now;
        if (!from.isBefore(to)) {
            return times;
        }
        RowCallbackHandler add = set -> add(windows, times, set);
        jdbc.sql("""
                        select agent_id, greatest(since, :from) as since, least(until, :to) as until, state
                        from presence_span where workspace_id = :w and channel = 0 and until > :from and since < :to
                        """)
                .param("w", workspace)
                .param("from", Sql.bind(from))
                .param("to", Sql.bind(to))
                .query(add);
        return times;
    }

    /** The first window that ends after a moment. */
    private static int first(List<TimeSlice> windows, Instant moment) {
        int low = 0;
        int high = windows.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (windows.get(middle).to().isAfter(moment)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static void add(List<TimeSlice> windows, List<Map<UUID, PresenceTimes>> times, ResultSet set)
            throws java.sql.SQLException {
        Row row = new Row(set);
        Instant since = row.instant("since");
        Instant until = row.instant("until");
        boolean online = PresenceState.ofCode(row.number("state")) == PresenceState.ONLINE;
        for (int i = first(windows, since); i < windows.size(); i++) {
            TimeSlice window = windows.get(i);
            if (!window.from().isBefore(until)) {
                return;
            }
            Instant begin = window.from().isAfter(since) ? window.from() : since;
            Instant end = window.to().isBefore(until) ? window.to() : until;
            if (begin.isBefore(end)) {
                long micros = Duration.between(begin, end).toNanos() / 1_000;
                times.get(i)
                        .merge(
                                row.uuid("agent_id"),
                                PresenceTimes.NONE.with(online, micros, end),
                                (was, more) -> was.with(online, micros, end));
            }
        }
    }
}
