package org.fourleaf.metrics;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.fourleaf.platform.log.ActivityKind;
import org.jspecify.annotations.Nullable;

/**
 * A KPI: what it is called, how it is reckoned, and of which activities.
 *
 * @param formula in words, by the settings in force
 * @param denominator none for a sum, which is 0 where nothing happened
 * @param measure whose median and percentile stand beside the mean, if any
 * @param settings the names of those it depends on
 * @param kinds of the activities it is counted from
 */
record Kpi(
        String id,
        String title,
        Function<KpiSettings, String> formula,
        Unit unit,
        Term numerator,
        @Nullable Term denominator,
        @Nullable Measure measure,
        List<String> settings,
        Set<ActivityKind> kinds) {

    /** What a value is in. */
    enum Unit {
        PERCENT(100),
        /** A percentage that may be below zero: of those for, less those against. */
        SCORE(100),
        SECONDS(1),
        POINTS(1),
        COUNT(1),
        PER_HOUR(3_600);

        private final int scale;

        Unit(int scale) {
            this.scale = scale;
        }

        int scale() {
            return scale;
        }

        @JsonValue
        String json() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Kpi {
        settings = List.copyOf(settings);
        kinds = Set.copyOf(kinds);
    }

    static Kpi ratio(
            String id,
            String title,
            String formula,
            Unit unit,
            Term numerator,
            Term denominator,
            ActivityKind... kinds) {
        return new Kpi(id, title, set -> formula, unit, numerator, denominator, null, List.of(), Set.of(kinds));
    }

    static Kpi sum(String id, String title, String formula, Unit unit, Term of, ActivityKind... kinds) {
        return new Kpi(id, title, set -> formula, unit, of, null, null, List.of(), Set.of(kinds));
    }

    /** A mean duration, with its median and percentile. */
    static Kpi time(
            String id, String title, String formula, Figure seconds, Figure n, Measure measure, ActivityKind kind) {
        return new Kpi(
                id,
                title,
                set -> formula,
                Unit.SECONDS,
                Term.of(seconds),
                Term.of(n),
                measure,
                List.of(),
                Set.of(kind));
    }

    Set<Figure> needs() {
        Set<Figure> needs = EnumSet.copyOf(numerator.needs());
        if (denominator != null) {
            needs.addAll(denominator.needs());
        }
        return needs;
    }

    boolean isProvisionalWhileYoung() {
        return needs().contains(Figure.FIRST_CONTACT_REOPENED);
    }

    KpiValue of(FigureSums sums, KpiSettings set, boolean young) {
        double above = numerator.reckoning().of(sums, set);
        Boolean provisional = isProvisionalWhileYoung() ? young : null;
        if (denominator == null) {
            return new KpiValue(above, KpiValue.number(above), null, null, null, provisional);
        }
        double below = denominator.reckoning().of(sums, set);
        return new KpiValue(
                below > 0 ? unit.scale() * above / below : null,
                KpiValue.number(above),
                KpiValue.number(below),
                measure == null ? null : sums.bins(measure).percentile(0.5),
                measure == null ? null : sums.bins(measure).percentile(0.9),
                provisional);
    }
}
