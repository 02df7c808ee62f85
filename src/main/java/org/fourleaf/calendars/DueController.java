package org.fourleaf.calendars;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What is due when, and why: the arithmetic over HTTP. */
@RestController
class DueController {

    /** Stretches shown at most; the answer itself counts all of them. */
    private static final int STEPS_MAX = 100;

    /** Hours written out, or a stored calendar by id or name. */
    record Hours(
            @Nullable String id,
            @Nullable String timeZone,
            @Nullable Map<String, List<List<String>>> weekly,
            @Nullable List<WrittenHours.WrittenHoliday> holidays,
            @Nullable Map<String, List<List<String>>> specialDays) {}

    /**
     * @param id a stored calendar, instead of {@code calendar}
     * @param addSeconds open seconds to add to the start
     * @param end up to where open seconds are counted
     * @param steps whether to tell the stretches of open time that were counted
     */
    record Question(
            @Nullable Hours calendar,
            @Nullable String id,
            @NotNull Instant start,
            @Nullable Long addSeconds,
            @Nullable Instant end,
            @Nullable Boolean steps) {}

    /** {@code due} or {@code seconds}, as asked. @param steps in the order of time, the first hundred */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Computed(
            @Nullable Instant due,
            @Nullable Long seconds,
            @Nullable List<Step> steps) {}

    record Step(Instant from, Instant to, long seconds) {}

    private final BusinessCalendars calendars;

    DueController(BusinessCalendars calendars) {
        this.calendars = calendars;
    }

    @PostMapping("/api/v1/business-hours/compute")
    Computed compute(Actor by, @Valid @RequestBody Question question) {
        Long addSeconds = question.addSeconds;
        Instant end = question.end;
        if (addSeconds != null && end != null) {
            throw Refusal.invalid("/end", "Give add_seconds or end, not both.");
        }
        BusinessHours hours = hours(by, question);
        boolean steps = Boolean.TRUE.equals(question.steps);
        if (addSeconds != null) {
            Instant due = due(hours, question.start, addSeconds);
            return new Computed(due, null, steps ? steps(hours, question.start, due) : null);
        }
        if (end == null) {
            throw Refusal.invalid("/add_seconds", "Give add_seconds for what is due, or end for the seconds between.");
        }
        if (!BusinessHours.canMeasure(question.start, end)) {
            throw Refusal.invalid("/end", "This is more than a hundred years after the start.");
        }
        return new Computed(null, hours.measure(question.start, end), steps ? steps(hours, question.start, end) : null);
    }

    private BusinessHours hours(Actor by, Question question) {
        Hours written = question.calendar;
        if (written == null) {
            if (question.id == null) {
                throw Refusal.invalid("/calendar", "Say by which hours: a calendar, or the id of a stored one.");
            }
            return calendars.hours(by, question.id);
        }
        if (question.id != null) {
            throw Refusal.invalid("/id", "Give a calendar or the id of a stored one, not both.");
        }
        if (written.id == null) {
            WrittenHours hours =
                    new WrittenHours(written.timeZone, written.weekly, written.holidays, written.specialDays);
            return HoursReading.read(hours, "/calendar").arithmetic();
        }
        if (written.timeZone != null
                || written.weekly != null
                || written.holidays != null
                || written.specialDays != null) {
            throw Refusal.invalid("/calendar/id", "Write the hours out, or name a stored calendar, not both.");
        }
        return calendars.hours(by, written.id);
    }

    private static Instant due(BusinessHours hours, Instant start, long seconds) {
        return hours.add(start, seconds).orElseThrow(() -> {
            boolean everOpen = seconds < 0
                    ? hours.back(start, 0).isPresent()
                    : hours.add(start, 0).isPresent();
            return everOpen
                    ? Refusal.invalid("/add_seconds", "There are not so many open seconds within a hundred years.")
                    : Refusal.invalid("/calendar", "By these hours it is not open within a hundred years.");
        });
    }

    private static List<Step> steps(BusinessHours hours, Instant start, Instant end) {
        boolean forward = start.isBefore(end);
        return hours.openings(forward ? start : end, forward ? end : start, STEPS_MAX).stream()
                .map(opening -> new Step(opening.from(), opening.to(), opening.seconds()))
                .toList();
    }
}
