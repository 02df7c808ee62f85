package org.fourleaf.metrics;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** One side of a KPI's fraction: figures added and taken away, or reckoned by the settings. */
record Term(Set<Figure> needs, Reckoning reckoning) {

    /** From the figures, as set. */
    interface Reckoning {
        double of(FigureSums sums, KpiSettings settings);
    }

    Term {
        needs = Set.copyOf(needs);
    }

    static Term of(Figure... figures) {
        List<Figure> these = List.of(figures);
        return new Term(EnumSet.copyOf(these), (sums, settings) -> total(these, sums::get));
    }

    Term less(Figure... figures) {
        List<Figure> those = List.of(figures);
        Set<Figure> all = EnumSet.copyOf(new ArrayList<>(needs));
        all.addAll(those);
        return new Term(all, (sums, settings) -> reckoning.of(sums, settings) - total(those, sums::get));
    }

    private static double total(List<Figure> figures, ToDoubleFunction<Figure> number) {
        return figures.stream().mapToDouble(number).sum();
    }
}
