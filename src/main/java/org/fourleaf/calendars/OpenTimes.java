package org.fourleaf.calendars;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * Walks through the open time between two moments, in order, each stretch once however days overlap. Moments are microseconds since
 * 1970.
 *
 * <p>Far from a change of the clock a day is a sum of numbers; only near one the zone is asked for each boundary.
 */
final class OpenTimes {

    private static final long MICROS = 1_000_000;
    private static final long MINUTE_SECONDS = 60;
    private static final long DAY_SECONDS = 86_400;

    /** Offsets are less than a day, an interval ends less than two days after its day began, and a day of the date line may be missing. */
    private static final int DAYS_BEFORE = 3;

    private static final long NEVER = Long.MAX_VALUE / 4;

    private final BusinessHours hours;
    private final ZoneRules rules;
    private final long from;
    private final long to;
    private final long lastDay;

    private long day;
    private long[] begins = new long[4];
    private long[] ends = new long[4];
    private int count;
    private int index;
    private long covered = Long.MIN_VALUE;
    private long steadyFrom = NEVER;
    private long steadyTo = -NEVER;
    private long offset;
    private long begin;
    private long end;

    OpenTimes(BusinessHours hours, long from, long to) {
        this.hours = hours;
        rules = hours.zone().getRules();
        this.from = from;
        this.to = to;
        day = Math.floorDiv(from, DAY_SECONDS * MICROS) - DAYS_BEFORE;
        lastDay = Math.floorDiv(to, DAY_SECONDS * MICROS) + 1;
    }

    /** To the next stretch. */
    boolean next() {
        while (from < to) {
            while (index < count) {
                begin = Math.max(Math.max(begins[index], covered), from);
                end = Math.min(ends[index], to);
                covered = Math.max(covered, ends[index]);
                index++;
                if (begin < end) {
                    return true;
                }
            }
            if (day > lastDay) {
                return false;
            }
            load(day++);
        }
        return false;
    }

    long begin() {
        return begin;
    }

    long end() {
        return end;
    }

    private void load(long epochDay) {
        OpenInterval[] intervals = hours.of(epochDay);
        index = 0;
        count = 0;
        if (intervals.length == 0) {
            return;
        }
        if (intervals.length > begins.length) {
            begins = new long[intervals.length];
            ends = new long[intervals.length];
        }
        long midnight = epochDay * DAY_SECONDS;
        if (midnight < steadyFrom || midnight > steadyTo) {
            lookAround(midnight);
        }
        if (midnight < steadyFrom || midnight > steadyTo) {
            loadByZone(epochDay, intervals);
            return;
        }
        for (OpenInterval interval : intervals) {
            begins[count] = (midnight - offset + interval.fromMinute() * MINUTE_SECONDS) * MICROS;
            ends[count] = (midnight - offset + interval.toMinute() * MINUTE_SECONDS) * MICROS;
            count++;
        }
    }

    /** Finds out which days have the same offset from their beginning to the end of their last interval. */
    private void lookAround(long midnight) {
        Instant there = Instant.ofEpochSecond(midnight);
        ZoneOffsetTransition previous = rules.previousTransition(there.plusSeconds(1));
        ZoneOffsetTransition next = rules.nextTransition(there);
        offset = rules.getOffset(there).getTotalSeconds();
        steadyFrom = previous == null ? -NEVER : previous.toEpochSecond() + 2 * DAY_SECONDS;
        steadyTo = next == null ? NEVER : next.toEpochSecond() - 4 * DAY_SECONDS;
    }

    private void loadByZone(long epochDay, OpenInterval[] intervals) {
        if (isSkipped(epochDay)) {
            return;
        }
        for (OpenInterval interval : intervals) {
            long opens = moment(epochDay, interval.fromMinute());
            long closes = moment(epochDay, interval.toMinute());
            if (opens < closes) {
                int place = count++;
                // What opens in the skipped hour opens later than what follows it: keep them in order.
                while (place > 0 && begins[place - 1] > opens) {
                    begins[place] = begins[place - 1];
                    ends[place] = ends[place - 1];
                    place--;
                }
                begins[place] = opens;
                ends[place] = closes;
            }
        }
    }

    /** Islands that crossed the date line have left out a day: nobody was open on it. */
    private boolean isSkipped(long epochDay) {
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        return date.atStartOfDay(hours.zone()).toLocalDate().isAfter(date);
    }

    private long moment(long epochDay, int minute) {
        ZonedDateTime time = LocalDate.ofEpochDay(epochDay)
                .atStartOfDay()
                .plusMinutes(minute)
                .atZone(hours.zone());
        return time.toEpochSecond() * MICROS;
    }
}
