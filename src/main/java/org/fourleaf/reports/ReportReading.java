package org.fourleaf.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fourleaf.metrics.Dimension;
import org.fourleaf.metrics.Figure;
import org.fourleaf.metrics.FigureFilter;
import org.fourleaf.metrics.FigureGroup;
import org.fourleaf.metrics.FigureNameQuery;
import org.fourleaf.metrics.FigureSums;
import org.fourleaf.metrics.Figures;
import org.fourleaf.metrics.Period;
import org.fourleaf.metrics.TimeSlice;
import org.fourleaf.platform.Actor;
import org.fourleaf.tickets.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a report of figures. */
@Component
@Transactional(readOnly = true)
class ReportReading {

    private static final FigureSums NONE = new FigureSums();

    /** What is asked for. @param compare with the period before */
    record ReportAsk(ReportKind kind, Period period, FigureFilter filter, List<ReportColumn> columns, boolean compare) {

        ReportAsk {
            columns = List.copyOf(columns);
        }
    }

    private final Figures figures;
    private final FigureNameQuery names;
    private final UncutReports uncut;

    ReportReading(Figures figures, FigureNameQuery names, UncutReports uncut) {
        this.figures = figures;
        this.names = names;
        this.uncut = uncut;
    }

    Report read(Actor by, ReportAsk ask) {
        if (ask.kind.isUncut()) {
            return uncut.read(by, ask);
        }
        Set<Figure> needs = EnumSet.noneOf(Figure.class);
        ask.columns.forEach(column -> needs.addAll(column.needs()));
        List<TimeSlice> slices = ask.period.slices();
        Map<FigureGroup, FigureSums> found = read(by, ask, slices, needs);
        Period earlier = ask.period.before();
        Map<FigureGroup, FigureSums> before = ask.compare ? read(by, ask, List.of(earlier.whole()), needs) : Map.of();
        Map<UUID, String> named = named(by, ask, found.keySet());
        List<Report.ReportRow> rows = found.keySet().stream()
                .sorted(Comparator.comparingInt(FigureGroup::slice)
                        .thenComparing(group -> label(ask, group, named).toLowerCase(Locale.ROOT)))
                .map(group -> row(ask, slices, group, named, found, before))
                .toList();
        return new Report(
                ask.kind.json(),
                ask.period.from(),
                ask.period.to(),
                ask.period.zone().getId(),
                ask.columns,
                ask.kind.dimension() == null ? times(ask, slices, found) : rows,
                total(by, ask, ask.period.whole(), needs),
                ask.compare
                        ? new Report.Earlier(earlier.from(), earlier.to(), total(by, ask, earlier.whole(), needs))
                        : null);
    }

    private Map<FigureGroup, FigureSums> read(Actor by, ReportAsk ask, List<TimeSlice> slices, Set<Figure> needs) {
        Dimension dimension = ask.kind.dimension();
        return figures.read(
                by,
                slices,
                ask.filter,
                dimension == null ? Set.of() : Set.of(dimension),
                dimension == null ? Set.of() : Set.of(dimension),
                needs);
    }

    /** Of tags all there is: a ticket with two of them would be in twice. */
    private Map<String, @Nullable Number> total(Actor by, ReportAsk ask, TimeSlice whole, Set<Figure> needs) {
        Dimension dimension = ask.kind.dimension();
        Set<Dimension> having = dimension == null || dimension == Dimension.TAG ? Set.of() : Set.of(dimension);
        return values(ask, figures.total(by, whole, ask.filter, having, needs));
    }

    /** Every slice has a row, also one in which nothing happened. */
    private static List<Report.ReportRow> times(
            ReportAsk ask, List<TimeSlice> slices, Map<FigureGroup, FigureSums> found) {
        List<Report.ReportRow> rows = new ArrayList<>();
        for (int i = 0; i < slices.size(); i++) {
            FigureGroup group = FigureGroup.ofSlice(i);
            Map<String, String> key = new LinkedHashMap<>();
            put(key, slices.get(i));
            rows.add(new Report.ReportRow(key, values(ask, found.getOrDefault(group, NONE)), null));
        }
        return rows;
    }

    private static Report.ReportRow row(
            ReportAsk ask,
            List<TimeSlice> slices,
            FigureGroup group,
            Map<UUID, String> named,
            Map<FigureGroup, FigureSums> found,
            Map<FigureGroup, FigureSums> before) {
        Map<String, String> key = new LinkedHashMap<>();
        if (ask.kind.dimension() != null) {
            key.put(ask.kind.dimension().name().toLowerCase(Locale.ROOT), label(ask, group, named));
        }
        if (ask.period.by() != null) {
            put(key, slices.get(group.slice()));
        }
        FigureGroup then = new FigureGroup(0, group.agent(), group.department(), group.channel(), group.tag());
        return new Report.ReportRow(
                key,
                values(ask, found.getOrDefault(group, NONE)),
                ask.compare && ask.period.by() == null ? values(ask, before.getOrDefault(then, NONE)) : null);
    }

    private static void put(Map<String, String> key, TimeSlice slice) {
        key.put("from", slice.from().toString());
        key.put("to", slice.to().toString());
    }

    private static Map<String, @Nullable Number> values(ReportAsk ask, FigureSums sums) {
        Map<String, @Nullable Number> values = new LinkedHashMap<>();
        ask.columns.forEach(column -> values.put(column.id(), column.of(sums)));
        return values;
    }

    private static String label(ReportAsk ask, FigureGroup group, Map<UUID, String> named) {
        Dimension dimension = ask.kind.dimension();
        if (dimension == null) {
            return "";
        }
        return switch (dimension) {
            case AGENT -> named.getOrDefault(group.agent(), group.agent().toString());
            case DEPARTMENT ->
                named.getOrDefault(group.department(), group.department().toString());
            case TAG -> named.getOrDefault(group.tag(), group.tag().toString());
            case CHANNEL -> Channel.ofCode(group.channel()).json();
        };
    }

    private Map<UUID, String> named(Actor by, ReportAsk ask, Set<FigureGroup> groups) {
        Dimension dimension = ask.kind.dimension();
        if (dimension == null) {
            return Map.of();
        }
        return switch (dimension) {
            case AGENT -> names.agents(by.workspace(), ids(groups, FigureGroup::agent));
            case DEPARTMENT -> names.departments(by.workspace(), ids(groups, FigureGroup::department));
            case TAG -> names.tags(by.workspace(), ids(groups, FigureGroup::tag));
            case CHANNEL -> Map.of();
        };
    }

    private static Set<UUID> ids(Set<FigureGroup> groups, Function<FigureGroup, UUID> part) {
        return new HashSet<>(groups.stream().map(part).collect(Collectors.toSet()));
    }
}
