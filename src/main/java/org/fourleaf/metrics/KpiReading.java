package org.fourleaf.metrics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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

    /** Of each department that has any figures in the time. */
    Map<UUID, Map<String, KpiValue>> byDepartment(Actor by, TimeSlice time, FigureFilter filter, List<Kpi> kpis) {
        KpiSettings settings = figures.settings(by);
        boolean isYoung = isYoung(settings, time);
        Map<UUID, Map<String, KpiValue>> values = new LinkedHashMap<>();
        figures.read(
                        by,
                        List.of(time),
                        filter,
                        Set.of(Dimension.DEPARTMENT),
                        Set.of(Dimension.DEPARTMENT),
                        needs(kpis),
                        measures(kpis))
                .forEach((group, sums) -> values.put(group.department(), each(kpis, sums, settings, isYoung)));
        return values;
    }

    /** Of a time in which nothing was. */
    Map<String, KpiValue> nothing(Actor by, List<Kpi> kpis) {
        return each(kpis, NONE, figures.settings(by), false);
    }

    private boolean isYoung(KpiSettings settings, TimeSlice time) {
        return time.to().isAfter(clock.instant().minus(Duration.ofDays(settings.fcrWindowDays())));
    }

    private static Map<String, KpiValue> each(List<Kpi> kpis, FigureSums sums, KpiSettings settings, boolean isYoung) {
        Map<String, KpiValue> each = new LinkedHashMap<>();
        kpis.forEach(kpi -> each.put(kpi.id(), kpi.of(sums, settings, isYoung)));
        return each;
    }

    private static Set<Figure> needs(List<Kpi> kpis) {
        Set<Figure> needs = EnumSet.noneOf(Figure.class);
        kpis.forEach(kpi -> needs.addAll(kpi.needs()));
        return needs;
    }

    private static Set<Measure> measures(List<Kpi> kpis) {
        Set<Measure> measures = EnumSet.noneOf(Measure.class);
        for (Kpi kpi : kpis) {
            Measure measure = kpi.measure();
            if (measure != null) {
                measures.add(measure);
            }
        }
        return measures;
    }

    private List<Map<String, KpiValue>> values(Actor by, List<TimeSlice> slices, FigureFilter filter, List<Kpi> kpis) {
        Map<FigureGroup, FigureSums> found =
                figures.read(by, slices, filter, Set.of(), Set.of(), needs(kpis), measures(kpis));
        KpiSettings settings = figures.settings(by);
        List<Map<String, KpiValue>> values = new ArrayList<>();
        for (int i = 0; i < slices.size(); i++) {
            FigureSums sums = found.getOrDefault(FigureGroup.ofSlice(i), NONE);
            values.add(each(kpis, sums, settings, isYoung(settings, slices.get(i))));
        }
        return values;
    }
}
