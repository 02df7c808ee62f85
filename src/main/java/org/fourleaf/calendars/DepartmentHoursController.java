package org.fourleaf.calendars;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.fourleaf.departments.Departments;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which calendar a department keeps, over HTTP. */
@RestController
@RequestMapping("/api/v1/departments/{id}/business-hours")
class DepartmentHoursController {

    /** @param calendar an id or a name; null for the default one */
    record Choice(
            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String calendar) {}

    /** @param inherited the department names none, so the default one holds */
    record Kept(@Nullable CalendarName calendar, boolean inherited) {}

    record CalendarName(UUID id, String name) {}

    private final DepartmentCalendarStore kept;
    private final BusinessCalendarStore store;
    private final BusinessCalendars calendars;
    private final DepartmentCalendarChoosing choosing;
    private final Departments departments;

    DepartmentHoursController(
            DepartmentCalendarStore kept,
            BusinessCalendarStore store,
            BusinessCalendars calendars,
            DepartmentCalendarChoosing choosing,
            Departments departments) {
        this.kept = kept;
        this.store = store;
        this.calendars = calendars;
        this.choosing = choosing;
        this.departments = departments;
    }

    @GetMapping
    @Transactional(readOnly = true)
    Kept get(Actor by, @PathVariable UUID id) {
        departments.readable(by, id);
        return new Kept(
                store.keptBy(by.workspace(), id)
                        .map(calendar -> new CalendarName(calendar.id(), calendar.name()))
                        .orElse(null),
                kept.find(by.workspace(), id).isEmpty());
    }

    @PutMapping
    @Transactional
    Kept choose(Actor by, @PathVariable UUID id, @Valid @RequestBody Choice choice) {
        UUID calendar = choice.calendar == null
                ? null
                : calendars
                        .find(by, choice.calendar)
                        .orElseThrow(() -> Refusal.invalid("/calendar", "There is no such calendar."));
        choosing.choose(by, id, calendar);
        return get(by, id);
    }
}
