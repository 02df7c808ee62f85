package org.fourleaf.metrics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.fourleaf.platform.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reckons KPIs from figures, slice by slice and over all. */
@Component
@Transactional(readOnly = true)
class KpiReading {

    /** One slice's KPIs by id. */
    record KpiSlice(Instant from, Instant to, Map<String, KpiValue> kpis) {}

    /** All slices, and the whole period as one: what can't be added up is counted for it anew. */
    record Read(List<KpiSlice> slices, Map<String, KpiValue> total) {}

    private static final FigureSums NONE = new FigureSums();

    private final Figures figures;
    private final Clock clock;

    KpiReading(Figures figures, Clock clock) {
        this.figures = figures;
        this.clock = clock;
    }

    Read read(Actor by, Period period, FigureFilter filter, List<Kpi> kpis) {
        List<TimeSlice> slices = period.slices();
        List<Map<String, KpiValue>> values = values(by, slices, filter, kpis);
        List<KpiSlice> told = new ArrayList<>();
        for (int i = 0; i < slices.size(); i++) {
            told.add(new KpiSlice(slices.get(i).from(), slices.get(i).to(), values.get(i)));
        }
        return new Read(
                told,
                slices.size() == 1
                        ? values.getFirst()
                        : values(by, List.of(period.whole()), filter, kpis).getFirst());
    }

    private List<Map<String, KpiValue>> values(Actor by, List<TimeSlice> slices, FigureFilter filter, List<Kpi> kpis) {
        Set<Figure> needs = EnumSet.noneOf(Figure.class);
        Set<Measure> measures = EnumSet.noneOf(Measure.class);
        for (Kpi kpi : kpis) {
            needs.addAll(kpi.needs());
            if (kpi.measure() != null) {
                measures.add(Objects.requireNonNull(kpi.measure()));
            }
        }
        Map<FigureGroup, FigureSums> found = figures.read(by, slices, filter, Set.of(), Set.of(), needs, measures);
        KpiSettings settings = figures.settings(by);
        Instant young = clock.instant().minus(Duration.ofDays(settings.fcrWindowDays()));
        List<Map<String, KpiValue>> values = new ArrayList<>();
        for (int i = 0; i < slices.size(); i++) {
            FigureSums sums = found.getOrDefault(FigureGroup.ofSlice(i), NONE);
            boolean isYoung = slices.get(i).to().isAfter(young);
            Map<String, KpiValue> each = new LinkedHashMap<>();
            kpis.forEach(kpi -> each.put(kpi.id(), kpi.of(sums, settings, isYoung)));
            values.add(each);
        }
        return values;
    }
}
