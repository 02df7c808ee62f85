package org.fourleaf.metrics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Slices as stretches of days and of quarters: whole days of the workspace's zone are read by day, the edges by quarter. */
final class Stretches {

    /** Days or quarters from one to another, that one not in it. */
    record Stretch(int from, int to, int slice) {}

    private final List<Stretch> days = new ArrayList<>();
    private final List<Stretch> quarters = new ArrayList<>();

    static Stretches of(List<TimeSlice> slices, ZoneId zone) {
        Stretches stretches = new Stretches();
        for (int i = 0; i < slices.size(); i++) {
            stretches.cut(slices.get(i), i, zone);
        }
        return stretches;
    }

    private void cut(TimeSlice slice, int number, ZoneId zone) {
        LocalDate first = slice.from().atZone(zone).toLocalDate();
        if (begin(first, zone).isBefore(slice.from())) {
            first = first.plusDays(1);
        }
        LocalDate last = slice.to().atZone(zone).toLocalDate();
        if (!first.isBefore(last)) {
            addQuarters(slice.from(), slice.to(), number);
            return;
        }
        addQuarters(slice.from(), begin(first, zone), number);
        days.add(new Stretch(Math.toIntExact(first.toEpochDay()), Math.toIntExact(last.toEpochDay()), number));
        addQuarters(begin(last, zone), slice.to(), number);
    }

    private void addQuarters(Instant from, Instant to, int number) {
        if (from.isBefore(to)) {
            quarters.add(new Stretch(Cell.quarter(from), Cell.quarter(to), number));
        }
    }

    private static Instant begin(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    List<Stretch> of(Span span) {
        return span == Span.DAY ? days : quarters;
    }

    /** All of them by quarter. */
    static List<Stretch> quartersOf(List<TimeSlice> slices) {
        List<Stretch> quarters = new ArrayList<>();
        for (int i = 0; i < slices.size(); i++) {
            TimeSlice slice = slices.get(i);
            quarters.add(new Stretch(Cell.quarter(slice.from()), Cell.quarter(slice.to()), i));
        }
        return quarters;
    }
}
