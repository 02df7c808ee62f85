package org.fourleaf.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds up stored figures and bins over slices: whole days from the days' table, the rest from the quarters'. */
@Component
class FigureQuery {

    /** Ends what {@link #from} began. */
    static final String GROUP = "offset 0) f group by s.slice";

    private final JdbcClient jdbc;

    FigureQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void sums(FigureAsk ask, List<TimeSlice> slices, List<Figure> figures, Map<FigureGroup, FigureSums> into) {
        for (Map.Entry<Span, List<Stretches.Stretch>> each :
                Stretches.of(slices, ask.days(), Span.DAY).each().entrySet()) {
            Span span = each.getKey();
            List<Stretches.Stretch> these = each.getValue();
            String sums = figures.stream()
                    .map(figure -> "coalesce(sum(f." + figure.column() + "), 0) as " + figure.column())
                    .collect(Collectors.joining(", "));
            Sql sql = from(ask, sums, these, ask.tagged() ? span.taggedTable() : span.table(), span.column());
            if (ask.filter().tag() != null) {
                sql.add("and f.tag_id = ?", ask.filter().tag());
            }
            narrow(ask, sql);
            group(ask, sql)
                    .on(jdbc)
                    .query(Row.as(row -> {
                        FigureSums group =
                                into.computeIfAbsent(FigureGroup.of(row, ask.by()), made -> new FigureSums());
                        for (Figure figure : figures) {
                            group.add(figure, row.big(figure.column()));
                        }
                        return group;
                    }))
                    .list();
        }
    }

    void bins(FigureAsk ask, Map<FigureGroup, FigureSums> into) {
        for (Map.Entry<Span, List<Stretches.Stretch>> each : binned(ask).each().entrySet()) {
            Span span = each.getKey();
            List<Stretches.Stretch> these = each.getValue();
            Sql sql = binsFrom(ask, "f.measure, f.bin, sum(f.n) as n", these, span, codes(ask.measures()));
            narrow(ask, sql);
            group(ask, sql)
                    .add(", f.measure, f.bin")
                    .on(jdbc)
                    .query(Row.as(row -> {
                        FigureSums group =
                                into.computeIfAbsent(FigureGroup.of(row, ask.by()), made -> new FigureSums());
                        group.add(Measure.ofCode(row.number("measure")), row.number("bin"), row.big("n"));
                        return group;
                    }))
                    .list();
        }
    }

    /** How many waited no longer than is asked. */
    void inTime(FigureAsk ask, Map<FigureGroup, FigureSums> into) {
        Set<Measure> waits = Set.of(
                Measure.CALL_ANSWERED_WAIT,
                Measure.CALL_ABANDONED_WAIT,
                Measure.CHAT_ACCEPTED_WAIT,
                Measure.CHAT_ABANDONED_WAIT,
                Measure.FIRST_ANSWER);
        for (Map.Entry<Span, List<Stretches.Stretch>> each : binned(ask).each().entrySet()) {
            Span span = each.getKey();
            List<Stretches.Stretch> these = each.getValue();
            KpiSettings settings = ask.settings();
            Sql sql = binsFrom(
                    ask,
                    """
                    f.measure, coalesce(sum(f.n) filter (where f.bin <= %d), 0) as in_time,
                    coalesce(sum(f.n) filter (where f.bin < %d), 0) as short, coalesce(sum(f.n) filter (where f.bin <= %d), 0) as mails
                    """.formatted(
                                    Bins.bin(settings.serviceLevelSeconds()),
                                    settings.shortAbandonSeconds(),
                                    Bins.bin(settings.emailTargetSeconds())),
                    these,
                    span,
                    codes(waits));
            narrow(ask, sql);
            group(ask, sql)
                    .add(", f.measure")
                    .on(jdbc)
                    .query(Row.as(row -> {
                        FigureSums group =
                                into.computeIfAbsent(FigureGroup.of(row, ask.by()), made -> new FigureSums());
                        long inTime = row.big("in_time");
                        long tooShort = row.big("short");
                        switch (Measure.ofCode(row.number("measure"))) {
                            case CALL_ANSWERED_WAIT -> group.add(Figure.CALLS_ANSWERED_IN_TIME, inTime);
                            case CALL_ABANDONED_WAIT -> {
                                group.add(Figure.CALLS_ABANDONED_IN_TIME, inTime);
                                group.add(Figure.CALLS_ABANDONED_SHORT, tooShort);
                            }
                            case CHAT_ACCEPTED_WAIT -> group.add(Figure.CHATS_ACCEPTED_IN_TIME, inTime);
                            case CHAT_ABANDONED_WAIT -> {
                                group.add(Figure.CHATS_ABANDONED_IN_TIME, inTime);
                                group.add(Figure.CHATS_ABANDONED_SHORT, tooShort);
                            }
                            default -> group.add(Figure.FIRST_ANSWERS_IN_TIME, row.big("mails"));
                        }
                        return group;
                    }))
                    .list();
        }
    }

    /** Whole months where no agent is told from others, whole days too where no department and channel is. */
    private static Stretches binned(FigureAsk ask) {
        FigureFilter filter = ask.filter();
        if (!ask.sight().all() || !filter.agents().isEmpty() || isTold(ask, Dimension.AGENT)) {
            return Stretches.of(ask.slices(), ask.days());
        }
        boolean ofAll = filter.departments().isEmpty()
                && filter.channels().isEmpty()
                && !isTold(ask, Dimension.DEPARTMENT)
                && !isTold(ask, Dimension.CHANNEL);
        return ofAll
                ? Stretches.of(ask.slices(), ask.days(), Span.MONTH, Span.DAY)
                : Stretches.of(ask.slices(), ask.days(), Span.MONTH);
    }

    private static boolean isTold(FigureAsk ask, Dimension dimension) {
        return ask.by().contains(dimension) || ask.having().contains(dimension);
    }

    /** Without a tag all tickets' bins, told apart by tag those of every tag but none. */
    private static Sql binsFrom(
            FigureAsk ask, String what, List<Stretches.Stretch> stretches, Span span, String measures) {
        Sql sql = from(ask, what, stretches, span.binTable(), span.column());
        sql.add("and f.measure in (" + measures + ")");
        if (ask.by().contains(Dimension.TAG) && ask.filter().tag() == null) {
            return sql.add("and f.tag_id <> ?", Cell.NOBODY);
        }
        return sql.add(
                "and f.tag_id = ?",
                ask.filter().tag() == null ? Cell.NOBODY : ask.filter().tag());
    }

    private static String codes(Set<Measure> measures) {
        return measures.stream()
                .map(measure -> Integer.toString(measure.code()))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /**
     * Begins a statement over stretches; conditions on f follow, then {@link #group}. Each stretch is a scan of its own: left to itself the
     * planner takes every stretch for a ninth of the table and reads all of it for each.
     *
     * @param table f in what and in conditions
     * @param time its column of times
     */
    static Sql from(FigureAsk ask, String what, List<Stretches.Stretch> stretches, String table, String time) {
        return from(ask, what, stretches, table, time, "f.*");
    }

    /** @param columns of the table that are used, so that an index may have all of them */
    static Sql from(
            FigureAsk ask, String what, List<Stretches.Stretch> stretches, String table, String time, String columns) {
        return Sql.of(
                "select s.slice" + columns(ask) + ", " + what
                        + " from unnest(cast(? as int[]), cast(? as int[]), cast(? as int[])) as s(a, b, slice)"
                        + " cross join lateral (select " + columns + " from " + table
                        + " f where f.workspace_id = ? and f."
                        + time + " >= s.a and f." + time + " < s.b",
                numbers(stretches.stream().map(Stretches.Stretch::from).toList()),
                numbers(stretches.stream().map(Stretches.Stretch::to).toList()),
                numbers(stretches.stream().map(Stretches.Stretch::slice).toList()),
                ask.workspace());
    }

    /** The filter, and whose figures the caller may see. */
    static void narrow(FigureAsk ask, Sql sql) {
        FigureFilter filter = ask.filter();
        sql.addIf(!filter.agents().isEmpty(), "and f.agent_id = any (?)", new ArrayList<>(filter.agents()));
        sql.addIf(
                !filter.departments().isEmpty(),
                "and f.department_id = any (?)",
                new ArrayList<>(filter.departments()));
        sql.addIf(
                !filter.channels().isEmpty(),
                "and f.channel = any (cast(? as smallint[]))",
                numbers(List.copyOf(filter.channels())));
        if (!ask.sight().all()) {
            sql.add(
                    "and (f.agent_id = ? or f.department_id = any (?))",
                    ask.sight().agent(),
                    ask.sight().departments().toArray(UUID[]::new));
        }
        sql.addIf(ask.having().contains(Dimension.AGENT), "and f.agent_id <> ?", Cell.NOBODY);
        sql.addIf(ask.having().contains(Dimension.DEPARTMENT), "and f.department_id <> ?", Cell.NOBODY);
        sql.addIf(ask.having().contains(Dimension.CHANNEL), "and f.channel <> 0");
    }

    static Sql group(FigureAsk ask, Sql sql) {
        return sql.add(GROUP + columns(ask));
    }

    static String columns(FigureAsk ask) {
        return ask.by().stream()
                .sorted()
                .map(dimension -> ", f." + dimension.column())
                .collect(Collectors.joining());
    }

    static Object numbers(List<Integer> numbers) {
        return numbers.toArray(Integer[]::new);
    }
}
