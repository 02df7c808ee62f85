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
    private final List<Span> wholes;
    private final Map<Span, List<Stretch>> stretches = new EnumMap<>(Span.class);

    private Stretches(ZoneId zone, List<Span> wholes) {
        this.zone = zone;
        this.wholes = wholes;
    }

    /** @param wholes the grains of what is whole, months before days; the rest are quarters */
    static Stretches of(List<TimeSlice> slices, ZoneId zone, Span... wholes) {
        Stretches stretches = new Stretches(zone, List.of(wholes));
        for (int i = 0; i < slices.size(); i++) {
            stretches.cut(slices.get(i).from(), slices.get(i).to(), 0, i);
        }
        return stretches;
    }

    private void cut(Instant from, Instant to, int grain, int number) {
        if (grain == wholes.size()) {
            addQuarters(from, to, number);
            return;
        }
        Span whole = wholes.get(grain);
        LocalDate first = begin(whole, from.atZone(zone).toLocalDate());
        if (instant(first).isBefore(from)) {
            first = whole == Span.MONTH ? first.plusMonths(1) : first.plusDays(1);
        }
        LocalDate last = begin(whole, to.atZone(zone).toLocalDate());
        if (!first.isBefore(last)) {
            cut(from, to, grain + 1, number);
            return;
        }
        cut(from, instant(first), grain + 1, number);
        add(whole, new Stretch(time(whole, first), time(whole, last), number));
        cut(instant(last), to, grain + 1, number);
    }

    private static LocalDate begin(Span whole, LocalDate day) {
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
        return of(slices, ZoneId.of("UTC")).stretches.getOrDefault(Span.QUARTER, List.of());
    }

    /** The number of a day or month. */
    static int time(Span span, LocalDate day) {
        return span == Span.MONTH
                ? (day.getYear() - FIRST_YEAR) * MONTHS_A_YEAR + day.getMonthValue() - 1
                : Math.toIntExact(day.toEpochDay());
    }
}
