package org.fourleaf.reports;

import java.time.Clock;
import java.time.Instant;
import org.fourleaf.metrics.Figures;
import org.fourleaf.people.Agents;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps reports, shares them and says when they go out by mail. */
@Component
@Transactional
class SavedReportEditing {

    private final SavedReportStore store;
    private final SavedReports reports;
    private final Figures figures;
    private final Agents agents;
    private final Clock clock;

    SavedReportEditing(SavedReportStore store, SavedReports reports, Figures figures, Agents agents, Clock clock) {
        this.store = store;
        this.reports = reports;
        this.figures = figures;
        this.agents = agents;
        this.clock = clock;
    }

    SavedReport add(Actor by, SavedReport wanted) {
        if (store.count(by.workspace()) >= SavedReports.REPORTS_MAX) {
            throw Refusal.conflict(
                    "too-many", "A workspace keeps at most " + SavedReports.REPORTS_MAX + " reports: delete one.");
        }
        SavedReport report = checked(by, wanted);
        store.insert(by.workspace(), report);
        return report;
    }

    /** @param expected none: the last write wins */
    SavedReport change(Actor by, SavedReport was, SavedReport wanted, @Nullable Long expected) {
        mustBeEditable(by, was);
        if (expected != null && expected != was.version()) {
            throw Refusal.stale();
        }
        if (!store.update(by.workspace(), checked(by, wanted))) {
            throw Refusal.stale();
        }
        return store.find(by.workspace(), was.id()).orElseThrow(() -> Refusal.notFound("saved report"));
    }

    void delete(Actor by, SavedReport was) {
        mustBeEditable(by, was);
        store.delete(by.workspace(), was.id());
    }

    private static void mustBeEditable(Actor by, SavedReport report) {
        if (!report.isEditableBy(by)) {
            throw Refusal.forbidden("permission-missing", "Its owner changes it, or who may see all reports.");
        }
    }

    private SavedReport checked(Actor by, SavedReport wanted) {
        reports.ask(by, wanted.definition());
        ReportSchedule schedule = wanted.schedule();
        Instant next = null;
        if (schedule != null) {
            if (agents.names(by, schedule.agents()).size()
                    != schedule.agents().stream().distinct().count()) {
                throw Refusal.invalid("/schedule/agents", "One of them is no agent.");
            }
            next = schedule.next(clock.instant(), figures.zone(by));
        }
        return new SavedReport(
                wanted.id(),
                wanted.name(),
                wanted.owner(),
                wanted.everyone(),
                wanted.agents(),
                wanted.departments(),
                wanted.definition(),
                schedule,
                next,
                wanted.version());
    }
}
