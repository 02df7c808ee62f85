package org.fourleaf.metrics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Slices as stretches: whole days or months of the workspace's zone are read as such, the edges by quarter of an hour. */
final class Stretches {

    /** Times of a grain from one to another, that one not in it. */
    record Stretch(int from, int to, int slice) {}

    private static final int MONTHS_A_YEAR = 12;
    private static final int FIRST_YEAR = 1970;

    private final ZoneId zone;
    private final Span whole;
    private final Map<Span, List<Stretch>> stretches = new EnumMap<>(Span.class);

    private Stretches(ZoneId zone, Span whole) {
        this.zone = zone;
        this.whole = whole;
    }

    /** @param whole the grain of what is whole, days or months; quarters where nothing is */
    static Stretches of(List<TimeSlice> slices, ZoneId zone, Span whole) {
        Stretches stretches = new Stretches(zone, whole);
        for (int i = 0; i < slices.size(); i++) {
            stretches.cut(slices.get(i), i);
        }
        return stretches;
    }

    private void cut(TimeSlice slice, int number) {
        if (whole == Span.QUARTER) {
            addQuarters(slice.from(), slice.to(), number);
            return;
        }
        LocalDate first = begin(slice.from().atZone(zone).toLocalDate());
        if (instant(first).isBefore(slice.from())) {
            first = whole == Span.MONTH ? first.plusMonths(1) : first.plusDays(1);
        }
        LocalDate last = begin(slice.to().atZone(zone).toLocalDate());
        if (!first.isBefore(last)) {
            addQuarters(slice.from(), slice.to(), number);
            return;
        }
        addQuarters(slice.from(), instant(first), number);
        add(whole, new Stretch(time(whole, first), time(whole, last), number));
        addQuarters(instant(last), slice.to(), number);
    }

    private LocalDate begin(LocalDate day) {
        return whole == Span.MONTH ? day.withDayOfMonth(1) : day;
    }

    private Instant instant(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private void addQuarters(Instant from, Instant to, int number) {
        if (from.isBefore(to)) {
            add(Span.QUARTER, new Stretch(Cell.quarter(from), Cell.quarter(to), number));
        }
    }

    private void add(Span span, Stretch stretch) {
        stretches.computeIfAbsent(span, made -> new ArrayList<>()).add(stretch);
    }

    /** The grains that are needed, and what of each. */
    Map<Span, List<Stretch>> each() {
        return stretches;
    }

    /** All of them by quarter. */
    static List<Stretch> quartersOf(List<TimeSlice> slices) {
        return of(slices, ZoneId.of("UTC"), Span.QUARTER).stretches.getOrDefault(Span.QUARTER, List.of());
    }

    /** The number of a day or month. */
    static int time(Span span, LocalDate day) {
        return span == Span.MONTH
                ? (day.getYear() - FIRST_YEAR) * MONTHS_A_YEAR + day.getMonthValue() - 1
                : Math.toIntExact(day.toEpochDay());
    }
}
