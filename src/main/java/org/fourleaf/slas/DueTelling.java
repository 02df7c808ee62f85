package org.fourleaf.slas;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.fourleaf.calendars.BusinessCalendar;
import org.fourleaf.calendars.BusinessHours;
import org.fourleaf.calendars.Holiday;
import org.fourleaf.calendars.Opening;
import org.jspecify.annotations.Nullable;

/** Tells how a clock's due time came about: what counted, when the desk was closed, when the ticket stood still. Pure. */
final class DueTelling {

    private static final int STEPS_MAX = 60;
    private static final int HOLIDAYS_MAX = 20;
    private static final Duration HOLIDAYS_LOOKED_AT_MAX = Duration.ofDays(400);

    private final SlaClock clock;
    private final OpenHours hours;
    private final @Nullable BusinessCalendar calendar;
    private final List<ClockCard.Step> steps = new ArrayList<>();
    private long more;

    private DueTelling(SlaClock clock, OpenHours hours, @Nullable BusinessCalendar calendar) {
        this.clock = clock;
        this.hours = hours;
        this.calendar = calendar;
    }

    /** @param calendar the one the hours are of */
    static ClockCard.Why tell(SlaClock clock, OpenHours hours, @Nullable BusinessCalendar calendar) {
        DueTelling telling = new DueTelling(clock, hours, calendar);
        telling.walk();
        return new ClockCard.Why(
                calendar == null ? null : calendar.name(),
                calendar == null ? null : calendar.timeZone(),
                telling.steps,
                telling.more == 0 ? null : telling.more);
    }

    private void walk() {
        Instant until = clock.dueAt();
        Instant from = clock.countedFrom();
        more += clock.carriedMicros() / 1_000_000;
        for (int i = 0; i < clock.turns().size() && from.isBefore(until); i += 2) {
            Instant pause = clock.turns().get(i);
            run(from, pause.isBefore(until) ? pause : until);
            if (!pause.isBefore(until)) {
                return;
            }
            boolean still = i + 1 == clock.turns().size();
            Instant resumed = still ? pause : clock.turns().get(i + 1);
            add(ClockCard.Step.Kind.PAUSED, pause, resumed, 0);
            from = resumed;
        }
        run(from, until);
    }

    private void run(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return;
        }
        BusinessHours week = hours.calendar();
        if (week == null) {
            add(
                    ClockCard.Step.Kind.COUNTED,
                    from,
                    to,
                    Duration.between(from, to).toSeconds());
            return;
        }
        Instant at = from;
        for (Opening opening : week.openings(from, to, STEPS_MAX)) {
            if (at.isBefore(opening.from())) {
                add(ClockCard.Step.Kind.CLOSED, at, opening.from(), 0);
            }
            add(
                    ClockCard.Step.Kind.COUNTED,
                    opening.from(),
                    opening.to(),
                    Duration.between(opening.from(), opening.to()).toSeconds());
            at = opening.to();
        }
        if (steps.size() >= STEPS_MAX) {
            more += hours.micros(at, to) / 1_000_000;
        }
    }

    private void add(ClockCard.Step.Kind kind, Instant from, Instant to, long seconds) {
        if (steps.size() >= STEPS_MAX) {
            more += seconds;
            return;
        }
        ClockCard.Step last = steps.isEmpty() ? null : steps.getLast();
        if (last != null && last.kind() == kind && last.to().equals(from)) {
            steps.removeLast();
            steps.add(new ClockCard.Step(
                    kind, last.from(), to, last.seconds() + seconds, holidays(kind, last.from(), to)));
            return;
        }
        steps.add(new ClockCard.Step(kind, from, to, seconds, holidays(kind, from, to)));
    }

    private List<ClockCard.Day> holidays(ClockCard.Step.Kind kind, Instant from, Instant to) {
        if (calendar == null
                || kind != ClockCard.Step.Kind.CLOSED
                || Duration.between(from, to).compareTo(HOLIDAYS_LOOKED_AT_MAX) > 0) {
            return List.of();
        }
        ZoneId zone = ZoneId.of(calendar.timeZone());
        LocalDate first = from.atZone(zone).toLocalDate();
        LocalDate last = to.atZone(zone).toLocalDate();
        List<ClockCard.Day> days = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last) && days.size() < HOLIDAYS_MAX; day = day.plusDays(1)) {
            for (Holiday holiday : calendar.holidays()) {
                boolean same = holiday.date().equals(day)
                        || (holiday.yearly()
                                && holiday.date().getMonth() == day.getMonth()
                                && holiday.date().getDayOfMonth() == day.getDayOfMonth());
                if (same) {
                    days.add(new ClockCard.Day(day, holiday.name()));
                    break;
                }
            }
        }
        return days;
    }
}
