package org.fourleaf.calendars;

/**
 * A stretch of one day on which a desk is open, in minutes since that day's midnight. One that reaches past 24:00 belongs to the day it
 * begins on.
 *
 * @param fromMinute 0 to 1439
 * @param toMinute later than from, at most 24 hours later
 */
public record OpenInterval(int fromMinute, int toMinute) implements Comparable<OpenInterval> {

    static final int DAY_MINUTES = 24 * 60;
    private static final int HOUR_MINUTES = 60;

    public OpenInterval {
        if (fromMinute < 0
                || fromMinute >= DAY_MINUTES
                || toMinute <= fromMinute
                || toMinute > fromMinute + DAY_MINUTES) {
            throw new IllegalArgumentException(fromMinute + " to " + toMinute + " is no interval of a day");
        }
    }

    boolean overlaps(OpenInterval other) {
        return fromMinute < other.toMinute && other.fromMinute < toMinute;
    }

    /** As people write it: {@code 22:00}, and {@code 06:00} of the next day. */
    String from() {
        return clock(fromMinute);
    }

    /** Midnight at the end of the day is {@code 24:00}. */
    String to() {
        return clock(toMinute > DAY_MINUTES ? toMinute - DAY_MINUTES : toMinute);
    }

    @Override
    public int compareTo(OpenInterval other) {
        return Integer.compare(fromMinute, other.fromMinute);
    }

    private static String clock(int minute) {
        return "%02d:%02d".formatted(minute / HOUR_MINUTES, minute % HOUR_MINUTES);
    }
}
