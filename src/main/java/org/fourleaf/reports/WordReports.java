package org.fourleaf.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.fourleaf.metrics.FigureNameQuery;
import org.fourleaf.metrics.Figures;
import org.fourleaf.metrics.WordCount;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.fourleaf.reports.ReportColumn.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reports of what is counted by a word: promises by level and type, rules, deliveries. */
@Component
class WordReports {

    private static final ReportColumn MET = column("sla_met", "Promises kept", Unit.COUNT);
    private static final ReportColumn MISSED = column("sla_missed", "Promises missed", Unit.COUNT);
    private static final ReportColumn NOT_APPLICABLE =
            column("sla_not_applicable", "Promises no longer needed", Unit.COUNT);
    private static final ReportColumn COMPLIANCE = column("sla_compliance", "SLA compliance", Unit.PERCENT);
    private static final ReportColumn MET_TIME = column("sla_met_avg_time", "Time until kept", Unit.SECONDS);
    private static final ReportColumn RUNS = column("rule_runs", "Times run", Unit.COUNT);
    private static final ReportColumn DELIVERIES = column("deliveries", "Answers", Unit.COUNT);

    private final Figures figures;
    private final FigureNameQuery names;

    WordReports(Figures figures, FigureNameQuery names) {
        this.figures = figures;
        this.names = names;
    }

    private static ReportColumn column(String id, String title, Unit unit) {
        return new ReportColumn(id, title, unit, List.of(), List.of(), List.of(), 1);
    }

    /** @throws Refusal malformed where narrowed by a tag: words are not kept by tag */
    Report read(Actor by, ReportReading.ReportAsk ask) {
        if (ask.filter().tag() != null) {
            throw Refusal.malformed("tag", "This report is not kept by tag: leave it out.");
        }
        return switch (ask.kind()) {
            case SLA_LEVELS -> promises(by, ask);
            case RULES ->
                counted(by, ask, "rule", RUNS, figures.rules(by, ask.period().whole(), ask.filter()), names::rules);
            default ->
                counted(
                        by,
                        ask,
                        "state",
                        DELIVERIES,
                        figures.deliveries(by, ask.period().whole(), ask.filter()),
                        (workspace, ids) -> Map.of());
        };
    }

    /** What came of the promises of a level and type. */
    private static final class Promise {
        private long met;
        private long missed;
        private long notApplicable;
        private long timed;
        private long seconds;

        void add(WordCount count) {
            switch (count.kind()) {
                case SLA_MET -> {
                    met += count.n();
                    timed += count.timed();
                    seconds += count.seconds();
                }
                case SLA_MISSED -> missed += count.n();
                default -> notApplicable += count.n();
            }
        }

        Map<String, @Nullable Number> values() {
            Map<String, @Nullable Number> values = new LinkedHashMap<>();
            values.put(MET.id(), met);
            values.put(MISSED.id(), missed);
            values.put(NOT_APPLICABLE.id(), notApplicable);
            values.put(COMPLIANCE.id(), met + missed == 0 ? null : 100.0 * met / (met + missed));
            values.put(MET_TIME.id(), timed == 0 ? null : (double) seconds / timed);
            return values;
        }
    }

    private Report promises(Actor by, ReportReading.ReportAsk ask) {
        List<WordCount> found = figures.promises(by, ask.period().whole(), ask.filter());
        Map<UUID, String> levels = names.slaLevels(by.workspace(), ids(found));
        Map<Map<String, String>, Promise> each = new LinkedHashMap<>();
        Promise all = new Promise();
        for (WordCount count : found) {
            Map<String, String> key = new LinkedHashMap<>();
            key.put("level", name(count, levels));
            key.put("type", count.word());
            each.computeIfAbsent(key, made -> new Promise()).add(count);
            all.add(count);
        }
        List<Report.ReportRow> rows = new ArrayList<>();
        each.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Map<String, String>, Promise> entry) ->
                                entry.getKey().getOrDefault("level", ""))
                        .thenComparing(entry -> entry.getKey().getOrDefault("type", "")))
                .forEach(entry -> rows.add(
                        new Report.ReportRow(entry.getKey(), entry.getValue().values(), null)));
        return UncutReports.report(ask, List.of(MET, MISSED, NOT_APPLICABLE, COMPLIANCE, MET_TIME), rows, all.values());
    }

    private static Report counted(
            Actor by,
            ReportReading.ReportAsk ask,
            String what,
            ReportColumn column,
            List<WordCount> found,
            BiFunction<UUID, Set<UUID>, Map<UUID, String>> named) {
        Map<UUID, String> names = named.apply(by.workspace(), ids(found));
        List<Report.ReportRow> rows = found.stream()
                .map(count ->
                        new Report.ReportRow(Map.of(what, name(count, names)), Map.of(column.id(), count.n()), null))
                .toList();
        long all = found.stream().mapToLong(WordCount::n).sum();
        return UncutReports.report(ask, List.of(column), rows, Map.of(column.id(), all));
    }

    private static Set<UUID> ids(List<WordCount> found) {
        Set<UUID> ids = new HashSet<>();
        found.forEach(count -> {
            UUID id = id(count.name());
            if (id != null) {
                ids.add(id);
            }
        });
        return ids;
    }

    /** An import may call a level by a word of its own. */
    private static String name(WordCount count, Map<UUID, String> names) {
        UUID id = id(count.name());
        return id == null ? count.name() : names.getOrDefault(id, count.name());
    }

    private static @Nullable UUID id(String name) {
        try {
            return UUID.fromString(name);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
