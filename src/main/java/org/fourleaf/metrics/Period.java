package org.fourleaf.metrics;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fourleaf.platform.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The time a report is about, in a zone: its end not in it, cut at hours, days, weeks from Monday, months, quarters or years of that zone.
 * The first and last slice may be shorter. At most {@value #SLICES_MAX} slices and {@value #YEARS_MAX} years.
 */
public record Period(
        Instant from, Instant to, ZoneId zone, @Nullable By by) {

    /** How a period is cut. */
    public enum By {
        HOUR,
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        YEAR
    }

    static final int SLICES_MAX = 9_000;
    static final int YEARS_MAX = 100;

    private static final Year FIRST_YEAR = Year.of(1900);
    private static final Year LAST_YEAR = Year.of(9000);

    /**
     * @param from a date, which begins in the zone, or an instant on a quarter of an hour, like {@code to}
     * @throws Refusal malformed naming what is wrong
     */
    public static Period of(String from, String to, ZoneId zone, @Nullable String by) {
        Period period = new Period(moment("from", from, zone), moment("to", to, zone), zone, by(by));
        if (!period.from.isBefore(period.to)) {
            throw Refusal.malformed("to", "This must be after from.");
        }
        if (ChronoUnit.DAYS.between(period.from, period.to) > YEARS_MAX * 366L) {
            throw Refusal.malformed("to", "At most " + YEARS_MAX + " years after from.");
        }
        period.slices();
        return period;
    }

    /** @throws Refusal malformed */
    public static ZoneId zone(@Nullable String name, ZoneId otherwise) {
        if (name == null || name.isBlank()) {
            return otherwise;
        }
        try {
            return ZoneId.of(name.strip());
        } catch (DateTimeException e) {
            throw Refusal.malformed("time_zone", "This must be a time zone such as Europe/Vilnius.");
        }
    }

    private static @Nullable By by(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        for (By by : By.values()) {
            if (by.name().toLowerCase(Locale.ROOT).equals(name)) {
                return by;
            }
        }
        throw Refusal.malformed("by", "One of hour, day, week, month, quarter, year.");
    }

    /** A moment a period may begin or end at. @throws Refusal malformed */
    public static Instant moment(String name, String text, ZoneId zone) {
        Instant moment;
        try {
            moment = text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay(zone).toInstant();
            int year = moment.atZone(zone).getYear();
            if (year < FIRST_YEAR.getValue() || year > LAST_YEAR.getValue()) {
                throw Refusal.malformed(name, "From the year " + FIRST_YEAR + " to " + LAST_YEAR + ".");
            }
        } catch (DateTimeException e) {
            throw Refusal.malformed(name, "This must be a date, or a time such as 2026-03-02T09:15:00Z.");
        }
        if (Math.floorMod(moment.getEpochSecond(), Cell.QUARTER_SECONDS) != 0 || moment.getNano() != 0) {
            throw Refusal.malformed(
                    name, "Figures are kept by quarters of an hour: this must be a full, quarter or half hour.");
        }
        return moment;
    }

    public TimeSlice whole() {
        return new TimeSlice(from, to);
    }

    /** As long as this one, and right before it; by calendar where the period is whole days. */
    public Period before() {
        ZonedDateTime start = from.atZone(zone);
        ZonedDateTime end = to.atZone(zone);
        if (start.toLocalTime().equals(end.toLocalTime())) {
            long months = ChronoUnit.MONTHS.between(start.toLocalDate(), end.toLocalDate());
            boolean wholeMonths = months > 0
                    && start.getDayOfMonth() == 1
                    && start.toLocalDate().plusMonths(months).equals(end.toLocalDate());
            ZonedDateTime earlier = wholeMonths
                    ? start.minusMonths(months)
                    : start.minusDays(ChronoUnit.DAYS.between(start.toLocalDate(), end.toLocalDate()));
            return new Period(earlier.toInstant(), from, zone, by);
        }
        return new Period(from.minus(java.time.Duration.between(from, to)), from, zone, by);
    }

    /** In order, without gaps; the whole period where it is not cut. */
    @JsonIgnore
    public List<TimeSlice> slices() {
        if (by == null) {
            return List.of(whole());
        }
        List<TimeSlice> slices = new ArrayList<>();
        Instant at = from;
        while (at.isBefore(to)) {
            Instant next = next(at.atZone(zone), by);
            Instant end = next.isBefore(to) ? next : to;
            slices.add(new TimeSlice(at, end));
            if (slices.size() > SLICES_MAX) {
                throw Refusal.malformed("by", "At most " + SLICES_MAX + " slices: choose longer ones.");
            }
            at = end;
        }
        return slices;
    }

    private Instant next(ZonedDateTime at, By cut) {
        LocalDate day = at.toLocalDate();
        return switch (cut) {
            // An hour as it passes: where clocks go back, the same hour twice.
            case HOUR -> at.truncatedTo(ChronoUnit.HOURS).plusHours(1).toInstant();
            case DAY -> begin(day.plusDays(1));
            case WEEK -> begin(day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
            case MONTH -> begin(day.withDayOfMonth(1).plusMonths(1));
            case QUARTER -> begin(day.with(IsoFields.DAY_OF_QUARTER, 1).plusMonths(3));
            case YEAR -> begin(day.withDayOfYear(1).plusYears(1));
        };
    }

    private Instant begin(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
