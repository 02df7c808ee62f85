package org.fourleaf.metrics;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.fourleaf.platform.database.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Adds to the figures: one statement a table, whatever the number of rows, naming only the columns that something is added to. Zeros are
 * stored as nothing, so that a wide row costs little.
 */
@Component
class FigureStore {

    private record Row(UUID tag, int time, UUID agent, UUID department, int channel) {}

    /** A table of figures. @param of the column of whose figures they are, if of somebody's or something's */
    private record Target(
            String table, String time, @Nullable String of) {}

    /** Being answered, tagged or moved about makes nobody a customer of that day. Like {@link CaseCountQuery}'s condition. */
    private static final List<Figure> CONTACTS =
            List.of(Figure.CREATED, Figure.RECEIVED, Figure.CHATS_STARTED, Figure.CALLS_IN);

    private record BinRow(int measure, int bin, UUID tag, int time, UUID agent, UUID department, int channel) {}

    private final JdbcClient jdbc;

    FigureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param zone where a day begins and ends */
    void add(UUID workspace, ZoneId zone, Tallies tallies) {
        Days days = new Days(zone);
        List<Figure> figures = List.copyOf(tallies.touched());
        if (!figures.isEmpty()) {
            sums(workspace, figures, tallies, Span.QUARTER, days);
            sums(workspace, figures, tallies, Span.DAY, days);
        }
        if (!tallies.bins().isEmpty()) {
            bins(workspace, tallies, Span.QUARTER, days);
            bins(workspace, tallies, Span.DAY, days);
            bins(workspace, tallies, Span.MONTH, days);
        }
    }

    private void sums(UUID workspace, List<Figure> figures, Tallies tallies, Span span, Days days) {
        ToIntFunction<Cell> time = cell -> span == Span.DAY ? days.of(cell.quarter()) : cell.quarter();
        Map<Row, long[]> all = new HashMap<>();
        Map<Row, long[]> tagged = new HashMap<>();
        tallies.sums().forEach((place, numbers) -> {
            Cell cell = place.cell();
            Row row = new Row(place.tag(), time.applyAsInt(cell), cell.agent(), cell.department(), cell.channel());
            Map<Row, long[]> rows = place.tag().equals(Cell.NOBODY) ? all : tagged;
            long[] sums = rows.computeIfAbsent(row, made -> new long[numbers.length]);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += numbers[i];
            }
        });
        upsert(workspace, figures, all, new Target(span.table(), span.column(), null));
        upsert(workspace, figures, tagged, new Target(span.taggedTable(), span.column(), "tag_id"));
    }

    /** What the activities that name a customer count, by customer in place of tag. */
    void addOfCustomers(UUID workspace, Tallies tallies) {
        Map<Row, long[]> rows = new HashMap<>();
        tallies.sums().forEach((place, numbers) -> {
            Cell cell = place.cell();
            rows.put(new Row(place.tag(), cell.quarter(), cell.agent(), cell.department(), cell.channel()), numbers);
        });
        Target target = new Target("figure_customer", Span.QUARTER.column(), "customer_id");
        upsert(workspace, List.copyOf(tallies.touched()), rows, target);
        addContacts(workspace, rows);
    }

    /** Since when somebody is a customer: the earliest quarter in which they came to us. */
    private void addContacts(UUID workspace, Map<Row, long[]> rows) {
        Map<UUID, Integer> since = new HashMap<>();
        rows.forEach((row, numbers) -> {
            if (CONTACTS.stream().anyMatch(contact -> numbers[contact.place()] > 0)) {
                since.merge(row.tag(), row.time(), Math::min);
            }
        });
        if (since.isEmpty()) {
            return;
        }
        Columns<Map.Entry<UUID, Integer>> columns = Columns.of(List.copyOf(since.entrySet()));
        jdbc.sql("""
                        insert into customer_since as c (workspace_id, customer_id, quarter)
                        select :w, n.customer, n.quarter from unnest(:customers, :quarters) as n(customer, quarter)
                        where not exists (select 1 from customer_since k
                            where k.workspace_id = :w and k.customer_id = n.customer and k.quarter <= n.quarter)
                        order by 2
                        on conflict (workspace_id, customer_id) do update set quarter = least(c.quarter, excluded.quarter)
                        """)
                .param("w", workspace)
                .param("customers", columns.ids(Map.Entry::getKey))
                .param("quarters", columns.numbers(Map.Entry::getValue))
                .update();
    }

    private void upsert(UUID workspace, List<Figure> figures, Map<Row, long[]> sums, Target target) {
        List<Map.Entry<Row, long[]>> rows = sums.entrySet().stream()
                .filter(row -> figures.stream().anyMatch(figure -> row.getValue()[figure.place()] != 0))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        Columns<Map.Entry<Row, long[]>> columns = Columns.of(rows);
        JdbcClient.StatementSpec statement = jdbc.sql(upsert(figures, target))
                .param("w", workspace)
                .param("times", columns.numbers(row -> row.getKey().time()))
                .param("agents", columns.ids(row -> row.getKey().agent()))
                .param("departments", columns.ids(row -> row.getKey().department()))
                .param("channels", columns.numbers(row -> row.getKey().channel()));
        if (target.of != null) {
            statement = statement.param("tags", columns.ids(row -> row.getKey().tag()));
        }
        for (Figure figure : figures) {
            statement = statement.param(figure.column(), numbers(rows, figure));
        }
        statement.update();
    }

    /** How cases ended, by the word given; the empty one for none. */
    void addEndings(UUID workspace, Map<Ending, Integer> endings) {
        if (endings.isEmpty()) {
            return;
        }
        Columns<Map.Entry<Ending, Integer>> columns = Columns.of(List.copyOf(endings.entrySet()));
        jdbc.sql("""
                        insert into figure_disposition as f (workspace_id, quarter, disposition, agent_id, department_id, channel, n)
                        select :w, e.* from unnest(:quarters, :words, :agents, :departments, cast(:channels as smallint[]), :ns) as e
                        order by 2, 3, 4, 5, 6
                        on conflict (workspace_id, quarter, disposition, agent_id, department_id, channel)
                        do update set n = f.n + excluded.n
                        """)
                .param("w", workspace)
                .param("quarters", columns.numbers(row -> row.getKey().cell().quarter()))
                .param("words", columns.texts(row -> row.getKey().disposition()))
                .param("agents", columns.ids(row -> row.getKey().cell().agent()))
                .param("departments", columns.ids(row -> row.getKey().cell().department()))
                .param("channels", columns.numbers(row -> row.getKey().cell().channel()))
                .param("ns", columns.numbers(Map.Entry::getValue))
                .update();
    }

    /** A case ended so. */
    record Ending(String disposition, Cell cell) {}

    /** How often what was said of promises, rules and deliveries, and how long it took where that was said. */
    void addWords(UUID workspace, Map<FigureWord, FigureWord.Count> words) {
        if (words.isEmpty()) {
            return;
        }
        Columns<Map.Entry<FigureWord, FigureWord.Count>> columns = Columns.of(List.copyOf(words.entrySet()));
        jdbc.sql("""
                        insert into figure_word as f (workspace_id, kind, quarter, name, word, agent_id, department_id, channel, n, timed, seconds)
                        select :w, e.* from unnest(cast(:kinds as smallint[]), :quarters, :names, :words, :agents, :departments,
                            cast(:channels as smallint[]), :ns, :timed, cast(:seconds as bigint[])) as e
                        order by 2, 3, 4, 5, 6, 7, 8
                        on conflict (workspace_id, kind, quarter, name, word, agent_id, department_id, channel)
                        do update set n = f.n + excluded.n, timed = f.timed + excluded.timed, seconds = f.seconds + excluded.seconds
                        """)
                .param("w", workspace)
                .param("kinds", columns.numbers(row -> row.getKey().kind().code()))
                .param("quarters", columns.numbers(row -> row.getKey().cell().quarter()))
                .param("names", columns.texts(row -> row.getKey().name()))
                .param("words", columns.texts(row -> row.getKey().word()))
                .param("agents", columns.ids(row -> row.getKey().cell().agent()))
                .param("departments", columns.ids(row -> row.getKey().cell().department()))
                .param("channels", columns.numbers(row -> row.getKey().cell().channel()))
                .param("ns", columns.numbers(row -> row.getValue().n()))
                .param("timed", columns.numbers(row -> row.getValue().timed()))
                .param(
                        "seconds",
                        columns.texts(row -> Long.toString(row.getValue().seconds())))
                .update();
    }

    private static @Nullable Object[] numbers(List<Map.Entry<Row, long[]>> rows, Figure figure) {
        @Nullable Long[] column = new @Nullable Long[rows.size()];
        for (int i = 0; i < column.length; i++) {
            long number = rows.get(i).getValue()[figure.place()];
            column[i] = number == 0 ? null : number;
        }
        return column;
    }

    private static String upsert(List<Figure> figures, Target target) {
        String of = target.of == null ? "" : ", " + target.of;
        String names = figures.stream().map(Figure::column).collect(Collectors.joining(", "));
        return "insert into " + target.table + " as f (workspace_id, " + target.time
                + ", agent_id, department_id, channel" + of + ", " + names
                + ") select :w, n.* from unnest(:times, :agents, :departments, cast(:channels as smallint[])"
                + (target.of == null ? "" : ", :tags")
                + figures.stream().map(figure -> ", :" + figure.column()).collect(Collectors.joining())
                + ") as n order by 2, 3, 4, 5 on conflict (workspace_id" + of + ", " + target.time
                + ", agent_id, department_id, channel) do update set "
                + figures.stream().map(FigureStore::sum).collect(Collectors.joining(", "));
    }

    private static String sum(Figure figure) {
        String name = figure.column();
        return name + " = nullif(coalesce(f." + name + ", 0) + coalesce(excluded." + name + ", 0), 0)";
    }

    private void bins(UUID workspace, Tallies tallies, Span span, Days days) {
        boolean ofAgents = span == Span.QUARTER;
        boolean ofDepartments = span != Span.DAY;
        Map<BinRow, Long> sums = new HashMap<>();
        tallies.bins().forEach((bin, n) -> {
            Cell cell = bin.place().cell();
            sums.merge(
                    new BinRow(
                            bin.measure().code(),
                            bin.bin(),
                            bin.place().tag(),
                            days.time(span, cell.quarter()),
                            ofAgents ? cell.agent() : Cell.NOBODY,
                            ofDepartments ? cell.department() : Cell.NOBODY,
                            ofDepartments ? cell.channel() : 0),
                    n,
                    Long::sum);
        });
        List<Map.Entry<BinRow, Long>> rows =
                sums.entrySet().stream().filter(row -> row.getValue() != 0).toList();
        if (rows.isEmpty()) {
            return;
        }
        Columns<Map.Entry<BinRow, Long>> columns = Columns.of(rows);
        JdbcClient.StatementSpec statement = jdbc.sql(binsUpsert(span, ofAgents, ofDepartments))
                .param("w", workspace)
                .param("measures", columns.numbers(row -> row.getKey().measure()))
                .param("tags", columns.ids(row -> row.getKey().tag()))
                .param("times", columns.numbers(row -> row.getKey().time()))
                .param("bins", columns.numbers(row -> row.getKey().bin()))
                .param("ns", columns.numbers(row -> Math.toIntExact(row.getValue())));
        if (ofAgents) {
            statement =
                    statement.param("agents", columns.ids(row -> row.getKey().agent()));
        }
        if (ofDepartments) {
            statement = statement
                    .param("departments", columns.ids(row -> row.getKey().department()))
                    .param("channels", columns.numbers(row -> row.getKey().channel()));
        }
        statement.update();
    }

    private static String binsUpsert(Span span, boolean ofAgents, boolean ofDepartments) {
        String names = span.column() + ", bin" + (ofAgents ? ", agent_id" : "")
                + (ofDepartments ? ", department_id, channel" : "");
        String values = ":times, cast(:bins as smallint[])" + (ofAgents ? ", :agents" : "")
                + (ofDepartments ? ", :departments, cast(:channels as smallint[])" : "");
        return """
                insert into %1$s as f (workspace_id, measure, tag_id, %2$s, n)
                select :w, b.* from unnest(cast(:measures as smallint[]), :tags, %3$s, :ns) as b order by 2, 3, 4, 5
                on conflict (workspace_id, measure, tag_id, %2$s) do update set n = f.n + excluded.n
                """.formatted(span.binTable(), names, values);
    }

    /** The day a quarter lies in, remembered for a page. */
    private static final class Days {

        private final ZoneId zone;
        private final Map<Integer, Integer> known = new HashMap<>();

        Days(ZoneId zone) {
            this.zone = zone;
        }

        int of(int quarter) {
            return known.computeIfAbsent(quarter, q -> Stretches.time(Span.DAY, day(q)));
        }

        int time(Span span, int quarter) {
            return switch (span) {
                case QUARTER -> quarter;
                case DAY -> of(quarter);
                case MONTH -> Stretches.time(Span.MONTH, day(quarter));
            };
        }

        private LocalDate day(int quarter) {
            return Cell.begin(quarter).atZone(zone).toLocalDate();
        }
    }
}
