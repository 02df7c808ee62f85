package org.fourleaf.calendars;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.web.ETags;
import org.fourleaf.platform.web.Page;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Calendars over HTTP. */
@RestController
@RequestMapping("/api/v1/business-hours")
class BusinessHoursController {

    record Wanted(
            @NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String name,
            @NotNull String timeZone,
            @Nullable Map<String, List<List<String>>> weekly,
            @Nullable List<WrittenHours.WrittenHoliday> holidays,
            @Nullable Map<String, List<List<String>>> specialDays,
            @Nullable Boolean isDefault) {}

    /** What is given takes the place of what is there as a whole. */
    record Change(
            @Nullable @Size(min = 1, max = Limits.NAME_LENGTH_MAX)
            String name,

            @Nullable String timeZone,
            @Nullable Map<String, List<List<String>>> weekly,
            @Nullable List<WrittenHours.WrittenHoliday> holidays,
            @Nullable Map<String, List<List<String>>> specialDays,
            @Nullable Boolean isDefault) {}

    private final BusinessCalendars calendars;
    private final BusinessCalendarEditing editing;

    BusinessHoursController(BusinessCalendars calendars, BusinessCalendarEditing editing) {
        this.calendars = calendars;
        this.editing = editing;
    }

    @GetMapping
    Page<BusinessCalendar> list(Actor by) {
        return new Page<>(calendars.all(by), null);
    }

    @GetMapping("/{id}")
    ResponseEntity<BusinessCalendar> get(Actor by, @PathVariable UUID id) {
        return answer(calendars.readable(by, id));
    }

    @PostMapping
    ResponseEntity<BusinessCalendar> add(Actor by, @Valid @RequestBody Wanted wanted) {
        UUID id = editing.add(
                by,
                new BusinessCalendarEditing.Edit(
                        Texts.name(wanted.name, "/name"),
                        HoursReading.read(
                                new WrittenHours(wanted.timeZone, wanted.weekly, wanted.holidays, wanted.specialDays),
                                ""),
                        Boolean.TRUE.equals(wanted.isDefault)));
        BusinessCalendar made = calendars.readable(by, id);
        return ResponseEntity.created(URI.create("/api/v1/business-hours/" + id))
                .eTag(ETags.of(made.version()))
                .body(made);
    }

    @PatchMapping("/{id}")
    ResponseEntity<BusinessCalendar> change(
            Actor by,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Change change) {
        editing.change(by, id, ETags.expected(ifMatch), was -> changed(was, change));
        return answer(calendars.readable(by, id));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(
            Actor by,
            @PathVariable UUID id,
            @RequestParam(name = "move_to", required = false) @Nullable String moveTo) {
        editing.delete(by, id, moveTo);
        return ResponseEntity.noContent().build();
    }

    private static BusinessCalendarEditing.Edit changed(BusinessCalendarEditing.Edit was, Change change) {
        WrittenHours before = was.hours().written();
        WrittenHours after = new WrittenHours(
                change.timeZone == null ? before.timeZone() : change.timeZone,
                change.weekly == null ? before.weekly() : change.weekly,
                change.holidays == null ? before.holidays() : change.holidays,
                change.specialDays == null ? before.specialDays() : change.specialDays);
        return new BusinessCalendarEditing.Edit(
                change.name == null ? was.name() : Texts.name(change.name, "/name"),
                HoursReading.read(after, ""),
                change.isDefault == null ? was.makeDefault() : change.isDefault);
    }

    private static ResponseEntity<BusinessCalendar> answer(BusinessCalendar calendar) {
        return ResponseEntity.ok().eTag(ETags.of(calendar.version())).body(calendar);
    }
}
