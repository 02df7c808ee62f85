package org.fourleaf.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.metrics.Figure;
import org.fourleaf.metrics.FigureNameQuery;
import org.fourleaf.metrics.FigureSums;
import org.fourleaf.metrics.Figures;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reports whose rows are no dimension of the figures: customers and companies (the {@value Figures#CUSTOMERS_MAX} with most contacts),
 * how cases ended, why agents paused, promises by level, rules, deliveries. They are neither cut nor compared.
 */
@Component
@Transactional(readOnly = true)
class UncutReports {

    private static final ReportColumn ENDED =
            ReportColumn.count("resolved_tickets", "Resolved tickets", Figure.RESOLVED);
    private static final ReportColumn SHARE =
            ReportColumn.percent("share_percent", "Share, %", List.of(Figure.RESOLVED), Figure.RESOLVED);
    private static final ReportColumn PAUSED = ReportColumn.seconds("paused_time", "Paused", Figure.PAUSED_SECONDS);

    private final Figures figures;
    private final FigureNameQuery names;
    private final WordReports words;

    UncutReports(Figures figures, FigureNameQuery names, WordReports words) {
        this.figures = figures;
        this.names = names;
        this.words = words;
    }

    Report read(Actor by, ReportReading.ReportAsk ask) {
        if (ask.period().by() != null) {
            throw Refusal.malformed("by", "This report is not cut: leave it out.");
        }
        return switch (ask.kind()) {
            case CUSTOMERS, COMPANIES -> customers(by, ask);
            case DISPOSITIONS -> dispositions(by, ask);
            case SLA_LEVELS, RULES, DELIVERIES -> words.read(by, ask);
            default -> pauses(by, ask);
        };
    }

    private Report customers(Actor by, ReportReading.ReportAsk ask) {
        boolean companies = ask.kind() == ReportKind.COMPANIES;
        Set<Figure> needs = EnumSet.noneOf(Figure.class);
        ask.columns().forEach(column -> needs.addAll(column.needs()));
        Map<UUID, FigureSums> found = figures.customers(by, ask.period().whole(), ask.filter(), companies, needs);
        Map<UUID, String> named = companies
                ? names.companies(by.workspace(), found.keySet())
                : names.customers(by.workspace(), found.keySet());
        FigureSums all = new FigureSums();
        List<Report.ReportRow> rows = new ArrayList<>();
        found.forEach((id, sums) -> {
            all.add(sums);
            rows.add(new Report.ReportRow(
                    Map.of(companies ? "company" : "customer", named.getOrDefault(id, id.toString())),
                    values(ask.columns(), sums),
                    null));
        });
        return report(ask, ask.columns(), rows, values(ask.columns(), all));
    }

    private Report dispositions(Actor by, ReportReading.ReportAsk ask) {
        Map<String, Long> found = figures.dispositions(by, ask.period().whole(), ask.filter());
        long all = found.values().stream().mapToLong(Long::longValue).sum();
        List<Report.ReportRow> rows = found.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry ->
                        new Report.ReportRow(Map.of("disposition", entry.getKey()), ended(entry.getValue(), all), null))
                .toList();
        return report(ask, List.of(ENDED, SHARE), rows, ended(all, all));
    }

    private static Map<String, @Nullable Number> ended(long n, long all) {
        Map<String, @Nullable Number> values = new LinkedHashMap<>();
        values.put(ENDED.id(), n);
        values.put(SHARE.id(), all == 0 ? null : 100.0 * n / all);
        return values;
    }

    private Report pauses(Actor by, ReportReading.ReportAsk ask) {
        Map<UUID, Map<String, Long>> found =
                figures.pauses(by, List.of(ask.period().whole()), ask.filter());
        Map<UUID, String> named = names.agents(by.workspace(), found.keySet());
        List<Report.ReportRow> rows = new ArrayList<>();
        long all = 0;
        for (Map.Entry<UUID, Map<String, Long>> agent : found.entrySet()) {
            for (Map.Entry<String, Long> reason : agent.getValue().entrySet()) {
                all += reason.getValue();
                Map<String, String> key = new LinkedHashMap<>();
                key.put(
                        "agent",
                        named.getOrDefault(agent.getKey(), agent.getKey().toString()));
                key.put("reason", reason.getKey());
                rows.add(new Report.ReportRow(key, paused(reason.getValue()), null));
            }
        }
        rows.sort(Comparator.comparing((Report.ReportRow row) -> row.key().getOrDefault("agent", ""))
                .thenComparing(row -> row.key().getOrDefault("reason", "")));
        return report(ask, List.of(PAUSED), rows, paused(all));
    }

    private static Map<String, @Nullable Number> paused(long seconds) {
        Map<String, @Nullable Number> values = new HashMap<>();
        values.put(PAUSED.id(), seconds);
        return values;
    }

    private static Map<String, @Nullable Number> values(List<ReportColumn> columns, FigureSums sums) {
        Map<String, @Nullable Number> values = new LinkedHashMap<>();
        columns.forEach(column -> values.put(column.id(), column.of(sums)));
        return values;
    }

    static Report report(
            ReportReading.ReportAsk ask,
            List<ReportColumn> columns,
            List<Report.ReportRow> rows,
            Map<String, @Nullable Number> total) {
        return new Report(
                ask.kind().json(),
                ask.period().from(),
                ask.period().to(),
                ask.period().zone().getId(),
                columns,
                rows,
                total,
                null);
    }
}
