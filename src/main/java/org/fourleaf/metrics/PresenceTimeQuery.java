package org.fourleaf.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.people.PresenceState;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long agents were online and paused. What still lasts lasts until the period's end, or until now if that is earlier. */
@Component
class PresenceTimeQuery {

    private static final long MICROS = 1_000_000;

    private final JdbcClient jdbc;

    PresenceTimeQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void times(FigureAsk ask, Map<FigureGroup, FigureSums> into) {
        if (ask.tagged()) {
            return; // Nobody is online for a tag.
        }
        Map<FigureGroup, Map<PresenceState, Long>> micros = new HashMap<>();
        each(
                ask,
                (span, slice, part) -> micros.computeIfAbsent(group(ask, span, slice), made -> new HashMap<>())
                        .merge(span.state, part, Long::sum));
        micros.forEach((group, states) -> {
            FigureSums sums = into.computeIfAbsent(group, made -> new FigureSums());
            sums.add(Figure.ONLINE_SECONDS, states.getOrDefault(PresenceState.ONLINE, 0L) / MICROS);
            sums.add(Figure.PAUSED_SECONDS, states.getOrDefault(PresenceState.PAUSED, 0L) / MICROS);
        });
    }

    /** Seconds paused by agent and reason; the empty reason of who gave none. */
    Map<UUID, Map<String, Long>> reasons(FigureAsk ask) {
        Map<UUID, Map<String, Long>> micros = new HashMap<>();
        each(ask, (span, slice, part) -> {
            if (span.state == PresenceState.PAUSED) {
                micros.computeIfAbsent(span.agent, made -> new HashMap<>())
                        .merge(span.reason == null ? "" : span.reason, part, Long::sum);
            }
        });
        micros.values().forEach(reasons -> reasons.replaceAll((reason, sum) -> sum / MICROS));
        return micros;
    }

    private record Found(
            UUID agent,
            UUID department,
            int channel,
            Instant since,
            Instant until,
            PresenceState state,
            @Nullable String reason) {}

    private interface Part {
        void take(Found span, int slice, long micros);
    }

    private void each(FigureAsk ask, Part part) {
        Instant from = ask.slices().getFirst().from();
        Instant last = ask.slices().getLast().to();
        Instant to = last.isBefore(ask.now()) ? last : ask.now();
        if (!from.isBefore(to)) {
            return;
        }
        for (Found span : find(ask, from, to)) {
            List<TimeSlice> slices = ask.slices();
            for (int i = first(slices, span.since); i < slices.size(); i++) {
                TimeSlice slice = slices.get(i);
                if (!slice.from().isBefore(span.until)) {
                    break;
                }
                Instant begin = slice.from().isAfter(span.since) ? slice.from() : span.since;
                Instant end = slice.to().isBefore(span.until) ? slice.to() : span.until;
                if (begin.isBefore(end)) {
                    part.take(span, i, Duration.between(begin, end).toNanos() / 1_000);
                }
            }
        }
    }

    /** The slice a moment lies in, or the first. */
    private static int first(List<TimeSlice> slices, Instant moment) {
        int low = 0;
        int high = slices.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (slices.get(middle).from().isAfter(moment)) {
                high = middle - 1;
            } else {
                low = middle;
            }
        }
        return low;
    }

    private List<Found> find(FigureAsk ask, Instant from, Instant to) {
        FigureFilter filter = ask.filter();
        Set<Integer> channels =
                ask.by().contains(Dimension.CHANNEL) || filter.channels().size() == 1
                        ? filter.channels()
                        : Set.of(PresenceMark.ALL);
        Sql sql = Sql.of("""
                select f.agent_id, f.department_id, f.channel, greatest(f.since, ?) as since, least(f.until, ?) as until, f.state, f.reason
                from presence_span f where f.workspace_id = ? and f.until > ? and f.since < ?
                """, from, to, ask.workspace(), from, to);
        if (channels.isEmpty()) {
            sql.add("and f.channel <> 0");
        } else {
            sql.add("and f.channel = any (cast(? as smallint[]))", FigureQuery.numbers(List.copyOf(channels)));
        }
        sql.addIf(!filter.agents().isEmpty(), "and f.agent_id = any (?)", new ArrayList<>(filter.agents()));
        sql.addIf(
                !filter.departments().isEmpty(),
                "and f.department_id = any (?)",
                new ArrayList<>(filter.departments()));
        FigureSight sight = ask.sight();
        if (!sight.all()) {
            sql.add(
                    "and (f.agent_id = ? or f.agent_id = any (?))",
                    sight.agent(),
                    sight.members().toArray(UUID[]::new));
        }
        sql.addIf(ask.having().contains(Dimension.DEPARTMENT), "and f.department_id <> ?", Cell.NOBODY);
        return sql.on(jdbc)
                .query(Row.as(row -> new Found(
                        row.uuid("agent_id"),
                        row.uuid("department_id"),
                        row.number("channel"),
                        row.instant("since"),
                        row.instant("until"),
                        PresenceState.ofCode(row.number("state")),
                        row.textOrNull("reason"))))
                .list();
    }

    private static FigureGroup group(FigureAsk ask, Found span, int slice) {
        return new FigureGroup(
                slice,
                ask.by().contains(Dimension.AGENT) ? span.agent : FigureGroup.NOTHING,
                ask.by().contains(Dimension.DEPARTMENT) ? span.department : FigureGroup.NOTHING,
                ask.by().contains(Dimension.CHANNEL) ? span.channel : 0,
                FigureGroup.NOTHING);
    }
}
