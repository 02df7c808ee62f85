package org.fourleaf.reports;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fourleaf.metrics.Figure;
import org.fourleaf.metrics.FigureSums;
import org.jspecify.annotations.Nullable;

/**
 * One column: figures over figures, times a scale. Without anything below the line it is a sum, which is 0 where nothing happened; with it
 * none where there is nothing to divide by.
 */
record ReportColumn(
        String id,
        String title,
        Unit unit,
        @JsonIgnore List<Figure> plus,
        @JsonIgnore List<Figure> minus,
        @JsonIgnore List<Figure> below,
        @JsonIgnore double scale) {

    /** What its values are in. */
    enum Unit {
        COUNT,
        SECONDS,
        MINUTES,
        PERCENT,
        POINTS,
        PER_HOUR;

        @JsonValue
        String json() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    ReportColumn {
        plus = List.copyOf(plus);
        minus = List.copyOf(minus);
        below = List.copyOf(below);
    }

    static ReportColumn count(String id, String title, Figure... figures) {
        return new ReportColumn(id, title, Unit.COUNT, List.of(figures), List.of(), List.of(), 1);
    }

    static ReportColumn seconds(String id, String title, Figure... figures) {
        return new ReportColumn(id, title, Unit.SECONDS, List.of(figures), List.of(), List.of(), 1);
    }

    static ReportColumn mean(String id, String title, Unit unit, Figure sum, Figure n) {
        return new ReportColumn(id, title, unit, List.of(sum), List.of(), List.of(n), 1);
    }

    static ReportColumn percent(String id, String title, List<Figure> plus, Figure... below) {
        return new ReportColumn(id, title, Unit.PERCENT, plus, List.of(), List.of(below), 100);
    }

    ReportColumn less(Figure... figures) {
        return new ReportColumn(id, title, unit, plus, List.of(figures), below, scale);
    }

    ReportColumn times(double factor, Unit in) {
        return new ReportColumn(id, title, in, plus, minus, below, scale * factor);
    }

    /** The same per hour of work time. */
    ReportColumn perHour() {
        return new ReportColumn(
                id + "_per_hour",
                title + " per hour",
                Unit.PER_HOUR,
                plus,
                minus,
                List.of(Figure.ONLINE_SECONDS),
                scale * 3_600);
    }

    @JsonIgnore
    Set<Figure> needs() {
        Set<Figure> needs = EnumSet.noneOf(Figure.class);
        needs.addAll(plus);
        needs.addAll(minus);
        needs.addAll(below);
        return needs;
    }

    /** Whole numbers without a fraction. */
    @Nullable
    Number of(FigureSums sums) {
        double above = total(sums, plus) - total(sums, minus);
        double value = above * scale;
        if (!below.isEmpty()) {
            double under = total(sums, below);
            if (under <= 0) {
                return null;
            }
            return value / under;
        }
        return value == Math.rint(value) ? (Number) (long) value : (Number) value;
    }

    private static double total(FigureSums sums, List<Figure> figures) {
        return figures.stream().mapToLong(sums::get).sum();
    }

    static List<String> ids(ReportColumn... columns) {
        return Arrays.stream(columns).map(ReportColumn::id).toList();
    }
}
