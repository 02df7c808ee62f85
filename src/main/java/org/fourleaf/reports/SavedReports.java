package org.fourleaf.reports;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.departments.Departments;
import org.fourleaf.metrics.FigureFilters;
import org.fourleaf.metrics.Figures;
import org.fourleaf.metrics.Period;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to kept reports: one's own, those shared with one and with everybody. Made, they show whoever asks what they may see. */
@Component
@Transactional(readOnly = true)
class SavedReports {

    /** Of a workspace. */
    static final int REPORTS_MAX = 500;

    private final SavedReportStore store;
    private final ReportReading reading;
    private final FigureFilters filters;
    private final Figures figures;
    private final Departments departments;
    private final Clock clock;

    SavedReports(
            SavedReportStore store,
            ReportReading reading,
            FigureFilters filters,
            Figures figures,
            Departments departments,
            Clock clock) {
        this.store = store;
        this.reading = reading;
        this.filters = filters;
        this.figures = figures;
        this.departments = departments;
        this.clock = clock;
    }

    List<SavedReport> all(Actor by) {
        Set<UUID> memberOf = departments.rolesOf(by, by.agentId()).keySet();
        return store.all(by.workspace(), REPORTS_MAX).stream()
                .filter(report -> report.isFor(by.agentId(), memberOf))
                .toList();
    }

    /** @throws Refusal not found */
    SavedReport readable(Actor by, UUID id) {
        Set<UUID> memberOf = departments.rolesOf(by, by.agentId()).keySet();
        return store.find(by.workspace(), id)
                .filter(report -> report.isFor(by.agentId(), memberOf))
                .orElseThrow(() -> Refusal.notFound("saved report"));
    }

    /** As of now. @throws Refusal malformed where what it names is gone */
    Report make(Actor by, ReportDefinition definition) {
        return reading.read(by, ask(by, definition));
    }

    /** Refused where it can't be made. */
    ReportReading.ReportAsk ask(Actor by, ReportDefinition definition) {
        ZoneId zone = Period.zone(definition.timeZone(), figures.zone(by));
        RelativePeriod.Days days = definition.period().on(LocalDate.ofInstant(clock.instant(), zone));
        ReportKind kind = ReportKind.named(definition.report());
        List<String> columns = definition.columns();
        return new ReportReading.ReportAsk(
                kind,
                Period.of(days.from().toString(), days.to().toString(), zone, definition.by()),
                filters.read(by, definition.department(), definition.agent(), definition.channel(), definition.tag()),
                ReportColumns.named(columns == null ? null : String.join(",", columns), kind.columns()),
                definition.compare());
    }
}
