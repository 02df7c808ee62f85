package org.fourleaf.reports;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.departments.Departments;
import org.fourleaf.people.Agents;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.web.ETags;
import org.fourleaf.platform.web.Given;
import org.fourleaf.platform.web.Page;
import org.fourleaf.reports.ReportSchedule.Every;
import org.fourleaf.reports.ReportSchedule.Format;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Kept reports over HTTP. */
@RestController
@RequestMapping("/api/v1/saved-reports")
class SavedReportController {

    record Wanted(
            @NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String name,
            @NotNull @Valid ReportDefinition definition,
            @Nullable Boolean everyone,

            @Nullable @Size(max = SavedReport.SHARED_WITH_MAX)
            List<@NotBlank @Size(max = Limits.EMAIL_LENGTH_MAX) String> agents,

            @Nullable @Size(max = SavedReport.SHARED_WITH_MAX)
            List<@NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String> departments,

            @Nullable @Valid WantedSchedule schedule) {}

    /** When it goes out by mail. @param agents ids or e-mail addresses */
    record WantedSchedule(
            @NotNull Every every,
            @Min(0) @Max(23) int hour,
            @Nullable @Min(1) @Max(7) Integer weekday,
            @Nullable @Min(1) @Max(28) Integer day,
            @NotNull Format format,

            @NotEmpty @Size(max = ReportSchedule.AGENTS_MAX)
            List<@NotBlank @Size(max = Limits.EMAIL_LENGTH_MAX) String> agents) {}

    /** What is given takes the place of what is there; a schedule of null ends the mails. */
    record Change(
            @Nullable @Size(min = 1, max = Limits.NAME_LENGTH_MAX)
            String name,

            @Nullable @Valid ReportDefinition definition,
            @Nullable Boolean everyone,

            @Nullable @Size(max = SavedReport.SHARED_WITH_MAX)
            List<@NotBlank @Size(max = Limits.EMAIL_LENGTH_MAX) String> agents,

            @Nullable @Size(max = SavedReport.SHARED_WITH_MAX)
            List<@NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String> departments,

            Given<@Valid WantedSchedule> schedule) {}

    private final SavedReports reports;
    private final SavedReportEditing editing;
    private final Agents agents;
    private final Departments departments;

    SavedReportController(SavedReports reports, SavedReportEditing editing, Agents agents, Departments departments) {
        this.reports = reports;
        this.editing = editing;
        this.agents = agents;
        this.departments = departments;
    }

    /** By name. */
    @GetMapping
    Page<SavedReport> list(Actor by) {
        return new Page<>(reports.all(by), null);
    }

    @GetMapping("/{id}")
    ResponseEntity<SavedReport> get(Actor by, @PathVariable UUID id) {
        return answer(reports.readable(by, id));
    }

    /** The report itself, as it is now for who asks. */
    @GetMapping("/{id}/report")
    Report make(Actor by, @PathVariable UUID id) {
        return reports.make(by, reports.readable(by, id).definition());
    }

    @PostMapping
    ResponseEntity<SavedReport> add(Actor by, @Valid @RequestBody Wanted wanted) {
        SavedReport report = editing.add(
                by,
                new SavedReport(
                        Ids.next(),
                        Texts.name(wanted.name, "/name"),
                        by.agentId(),
                        Boolean.TRUE.equals(wanted.everyone),
                        agents(by, wanted.agents),
                        departments(by, wanted.departments),
                        wanted.definition,
                        schedule(by, wanted.schedule),
                        null,
                        1));
        return ResponseEntity.created(URI.create("/api/v1/saved-reports/" + report.id()))
                .eTag(ETags.of(1))
                .body(report);
    }

    @PatchMapping("/{id}")
    ResponseEntity<SavedReport> change(
            Actor by,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Change change) {
        SavedReport was = reports.readable(by, id);
        SavedReport wanted = new SavedReport(
                id,
                change.name == null ? was.name() : Texts.name(change.name, "/name"),
                was.owner(),
                Objects.requireNonNullElse(change.everyone, was.everyone()),
                change.agents == null ? was.agents() : agents(by, change.agents),
                change.departments == null ? was.departments() : departments(by, change.departments),
                Objects.requireNonNullElse(change.definition, was.definition()),
                change.schedule.map(schedule -> schedule(by, schedule)).or(was.schedule()),
                null,
                was.version());
        return answer(editing.change(by, was, wanted, ETags.expected(ifMatch)));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(Actor by, @PathVariable UUID id) {
        editing.delete(by, reports.readable(by, id));
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<SavedReport> answer(SavedReport report) {
        return ResponseEntity.ok().eTag(ETags.of(report.version())).body(report);
    }

    private @Nullable ReportSchedule schedule(Actor by, @Nullable WantedSchedule wanted) {
        return wanted == null
                ? null
                : new ReportSchedule(
                        wanted.every,
                        wanted.hour,
                        wanted.weekday,
                        wanted.day,
                        wanted.format,
                        agents(by, wanted.agents));
    }

    private List<UUID> agents(Actor by, @Nullable List<String> references) {
        Set<UUID> ids = new LinkedHashSet<>();
        for (String reference : references == null ? List.<String>of() : references) {
            ids.add(agents.find(by, reference)
                    .orElseThrow(() -> Refusal.invalid("/agents", "There is no such agent."))
                    .id());
        }
        return List.copyOf(ids);
    }

    private List<UUID> departments(Actor by, @Nullable List<String> references) {
        Set<UUID> ids = new LinkedHashSet<>();
        for (String reference : references == null ? List.<String>of() : references) {
            ids.add(departments
                    .find(by, reference)
                    .orElseThrow(() -> Refusal.invalid("/departments", "There is no such department.")));
        }
        return List.copyOf(ids);
    }
}
