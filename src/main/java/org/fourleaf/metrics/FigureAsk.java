package org.fourleaf.metrics;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What is to be read of the figures.
 *
 * @param days the zone the days of {@code figure_day} are cut in
 * @param slices contiguous and in order
 * @param by what to tell apart; what an activity lacks is {@link FigureGroup#NOTHING}
 * @param having only activities that have all of these
 */
record FigureAsk(
        UUID workspace,
        ZoneId days,
        List<TimeSlice> slices,
        FigureFilter filter,
        FigureSight sight,
        Set<Dimension> by,
        Set<Dimension> having,
        Set<Figure> figures,
        Set<Measure> measures,
        KpiSettings settings,
        Instant now) {

    FigureAsk {
        slices = List.copyOf(slices);
        by = Set.copyOf(by);
        having = Set.copyOf(having);
        figures = Set.copyOf(figures);
        measures = Set.copyOf(measures);
    }

    boolean wants(Figure... these) {
        for (Figure figure : these) {
            if (figures.contains(figure)) {
                return true;
            }
        }
        return false;
    }

    boolean tagged() {
        return filter.tag() != null || by.contains(Dimension.TAG);
    }
}
