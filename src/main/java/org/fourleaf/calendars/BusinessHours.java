package org.fourleaf.calendars;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When a desk is open, and the arithmetic of it. Immutable and pure.
 *
 * <p>Open is the union of the intervals of all days; a day has the hours of its weekday, or its own if it is special, or none if it is a
 * holiday, also when it is both. An interval past midnight belongs to its first day. Seconds are real ones: what the clock skips or
 * repeats counts as it passes. A time of the clock that comes twice is its first, one that never comes is as much later as the clock was
 * put forward (RFC 5545, 3.3.5).
 *
 * <p>Time used up exactly at closing is due at closing, backwards at opening. Times are exact to the microsecond. All work is linear in
 * the days it spans, which are {@value #DAYS_MAX} at most.
 */
public final class BusinessHours {

    /** A hundred years. */
    public static final int DAYS_MAX = 36_525;

    /** How far, at once, is looked back: long enough for a few weeks, short enough to waste little. */
    private static final int BACK_DAYS = 16;

    /** Whoever has not closed for so many days is taken never to close. */
    private static final int UNBROKEN_STRETCHES_MAX = 400;

    private static final long MICROS = 1_000_000;
    private static final long DAY_MICROS = 86_400 * MICROS;
    private static final long SECONDS_MAX = DAYS_MAX * 86_400L;
    private static final OpenInterval[] CLOSED = {};

    private final ZoneId zone;
    private final OpenInterval[][] weekly = new OpenInterval[DayOfWeek.values().length][];
    private final Map<Long, OpenInterval[]> dated = new HashMap<>();
    private final Set<Long> holidays = new HashSet<>();
    private final Set<Integer> yearly = new HashSet<>();

    public BusinessHours(
            ZoneId zone,
            Map<DayOfWeek, List<OpenInterval>> weekly,
            Collection<Holiday> holidays,
            Map<LocalDate, List<OpenInterval>> specialDays) {
        this.zone = zone;
        for (DayOfWeek day : DayOfWeek.values()) {
            this.weekly[day.getValue() - 1] = sorted(weekly.getOrDefault(day, List.of()));
        }
        specialDays.forEach((date, intervals) -> dated.put(date.toEpochDay(), sorted(intervals)));
        for (Holiday holiday : holidays) {
            dated.put(holiday.date().toEpochDay(), CLOSED);
            this.holidays.add(holiday.date().toEpochDay());
            if (holiday.yearly()) {
                yearly.add(dayOfYear(holiday.date()));
            }
        }
    }

    public ZoneId zone() {
        return zone;
    }

    /**
     * The moment at which so many open seconds after (before, if negative) the start have passed. Zero is the first open moment at or
     * after the start.
     *
     * @return empty when that is more than a hundred years away, as in a calendar that never opens
     */
    public Optional<Instant> add(Instant start, long seconds) {
        if (seconds < 0) {
            return seconds < -SECONDS_MAX ? Optional.empty() : back(start, -seconds);
        }
        if (seconds > SECONDS_MAX) {
            return Optional.empty();
        }
        return after(start, seconds * MICROS);
    }

    /** The same to the microsecond. @param openMicros not negative */
    public Optional<Instant> after(Instant start, long openMicros) {
        if (openMicros > SECONDS_MAX * MICROS) {
            return Optional.empty();
        }
        long from = micros(start);
        long left = openMicros;
        OpenTimes open = new OpenTimes(this, from, from + DAYS_MAX * DAY_MICROS);
        while (open.next()) {
            if (left <= open.end() - open.begin()) {
                return Optional.of(instant(open.begin() + left));
            }
            left -= open.end() - open.begin();
        }
        return Optional.empty();
    }

    /** The same backwards. Zero is the last moment at or before the start until which the desk was open. */
    public Optional<Instant> back(Instant start, long seconds) {
        if (seconds > SECONDS_MAX) {
            return Optional.empty();
        }
        long left = seconds * MICROS;
        long to = micros(start);
        for (int days = 0; days < DAYS_MAX; days += BACK_DAYS) {
            long from = to - BACK_DAYS * DAY_MICROS;
            List<long[]> stretches = new ArrayList<>();
            OpenTimes open = new OpenTimes(this, from, to);
            while (open.next()) {
                stretches.add(new long[] {open.begin(), open.end()});
            }
            for (long[] stretch : stretches.reversed()) {
                if (left <= stretch[1] - stretch[0]) {
                    return Optional.of(instant(stretch[1] - left));
                }
                left -= stretch[1] - stretch[0];
            }
            to = from;
        }
        return Optional.empty();
    }

    /**
     * Whole open seconds between two moments; none when the end is before the start.
     *
     * @throws IllegalArgumentException when they are further apart than {@link #canMeasure} allows
     */
    public long measure(Instant start, Instant end) {
        if (!canMeasure(start, end)) {
            throw new IllegalArgumentException("more than a hundred years");
        }
        return openMicros(start, end) / MICROS;
    }

    /** The same to the microsecond. */
    public long openMicros(Instant start, Instant end) {
        long sum = 0;
        OpenTimes open = new OpenTimes(this, micros(start), micros(end));
        while (open.next()) {
            sum += open.end() - open.begin();
        }
        return sum;
    }

    public static boolean canMeasure(Instant start, Instant end) {
        return Duration.between(start, end).toDays() < DAYS_MAX;
    }

    public boolean isOpenAt(Instant moment) {
        long at = micros(moment);
        return new OpenTimes(this, at, at + 1).next();
    }

    /** Closed, on a day that is a holiday here. What went on over midnight into it still counts as open. */
    public boolean isHolidayAt(Instant moment) {
        LocalDate day = LocalDate.ofInstant(moment, zone);
        return (holidays.contains(day.toEpochDay()) || yearly.contains(dayOfYear(day))) && !isOpenAt(moment);
    }

    /** The next moment after the given one at which the desk closes or opens; none when it does not within a year, or never opens. */
    public Optional<Instant> nextTurnAfter(Instant moment) {
        long from = micros(moment);
        long horizon = from + DAYS_MAX * DAY_MICROS;
        long until = from;
        OpenTimes open = new OpenTimes(this, from, horizon);
        for (int stretches = 0; open.next(); stretches++) {
            if (open.begin() > until) {
                return Optional.of(instant(until > from ? until : open.begin()));
            }
            if (stretches == UNBROKEN_STRETCHES_MAX) {
                return Optional.empty();
            }
            until = open.end();
        }
        return until > from && until < horizon ? Optional.of(instant(until)) : Optional.empty();
    }

    /** The first stretches of open time between two moments, cut at both; days stay apart even when they touch. */
    public List<Opening> openings(Instant start, Instant end, int countMax) {
        List<Opening> openings = new ArrayList<>();
        OpenTimes open = new OpenTimes(this, micros(start), micros(end));
        while (openings.size() < countMax && open.next()) {
            openings.add(new Opening(instant(open.begin()), instant(open.end())));
        }
        return openings;
    }

    /** What a day of the calendar, as days since 1970, has of its own; sorted. */
    OpenInterval[] of(long epochDay) {
        OpenInterval[] own = dated.get(epochDay);
        if (!yearly.isEmpty() && yearly.contains(dayOfYear(LocalDate.ofEpochDay(epochDay)))) {
            return CLOSED;
        }
        // Day 0 was a Thursday.
        return own == null ? weekly[(int) Math.floorMod(epochDay + 3, (long) weekly.length)] : own;
    }

    private static OpenInterval[] sorted(List<OpenInterval> intervals) {
        return intervals.stream().sorted().toArray(OpenInterval[]::new);
    }

    private static int dayOfYear(LocalDate date) {
        return date.getMonthValue() * 32 + date.getDayOfMonth();
    }

    private static long micros(Instant moment) {
        return Math.multiplyExact(moment.getEpochSecond(), MICROS) + moment.getNano() / 1_000;
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
