package org.fourleaf.metrics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.LogRereading;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Figures agent by agent over any windows, which may overlap: what is compared between agents is made of these. Whoever asks sees what
 * {@link Figures#sight} gives them.
 */
@Component
@Transactional(readOnly = true)
public class AgentFigures {

    /** Figures of two days that don't add up to those of both: asked for each window by itself. */
    private static final Set<Figure> NOT_ADDING_UP =
            EnumSet.of(Figure.BACKLOG, Figure.OVERDUE, Figure.RESOLVED_AGAIN, Figure.CUSTOMERS, Figure.CUSTOMERS_KEPT);

    /** What a KPI is. @param unit as in the KPI's definition @param mean whether it is divided by something */
    public record KpiWords(String id, String title, String unit, boolean mean, Set<ActivityKind> kinds) {

        public KpiWords {
            kinds = Set.copyOf(kinds);
        }
    }

    /** What a KPI came to for one agent. @param value none where there is nothing to divide by */
    public record AgentKpi(
            @Nullable Double value,
            double numerator,
            @Nullable Double denominator) {}

    private final Figures figures;
    private final PresenceWindowQuery presence;
    private final RatingMarkStore ratings;
    private final LogRereading rereading;

    AgentFigures(Figures figures, PresenceWindowQuery presence, RatingMarkStore ratings, LogRereading rereading) {
        this.figures = figures;
        this.presence = presence;
        this.ratings = ratings;
        this.rereading = rereading;
    }

    public static Optional<KpiWords> kpi(String id) {
        return Kpis.find(id)
                .map(kpi ->
                        new KpiWords(kpi.id(), kpi.title(), kpi.unit().json(), kpi.denominator() != null, kpi.kinds()));
    }

    public static List<String> kpiIds() {
        return Kpis.all().stream().map(Kpi::id).toList();
    }

    /** Whether everything that was in the log when the bound was taken is in the figures. */
    @Transactional
    public boolean haveCounted(Actor by, String bound) {
        return rereading.hasRead(by.workspace(), FigureKeeping.NAME, bound);
    }

    /** One KPI in each window, of the agents that have figures there. */
    public List<Map<UUID, AgentKpi>> kpi(Actor by, List<TimeSlice> windows, String id) {
        return kpi(by, windows, id, FigureFilter.EVERYTHING);
    }

    /** The same, of work that passes a filter. */
    public List<Map<UUID, AgentKpi>> kpi(Actor by, List<TimeSlice> windows, String id, FigureFilter filter) {
        Kpi kpi = Kpis.find(id).orElseThrow(() -> new IllegalArgumentException("no KPI " + id));
        KpiSettings settings = figures.settings(by);
        List<Map<UUID, AgentKpi>> told = new ArrayList<>();
        for (Map<UUID, FigureSums> sums : sums(by, windows, kpi.needs(), filter)) {
            Map<UUID, AgentKpi> each = new HashMap<>();
            sums.forEach((agent, of) -> each.put(agent, told(kpi.of(of, settings, false))));
            told.add(each);
        }
        return told;
    }

    /** One KPI of all activities the filter lets through, in one window. */
    public AgentKpi kpi(Actor by, TimeSlice time, FigureFilter filter, String id) {
        Kpi kpi = Kpis.find(id).orElseThrow(() -> new IllegalArgumentException("no KPI " + id));
        return told(kpi.of(figures.total(by, time, filter, Set.of(), kpi.needs()), figures.settings(by), false));
    }

    private static AgentKpi told(KpiValue value) {
        return new AgentKpi(
                value.value(),
                value.numerator().doubleValue(),
                value.denominator() == null ? null : value.denominator().doubleValue());
    }

    /** The figures of each window, by agent. */
    public List<Map<UUID, FigureSums>> sums(Actor by, List<TimeSlice> windows, Set<Figure> wanted) {
        return sums(by, windows, wanted, FigureFilter.EVERYTHING);
    }

    /** The same, of work that passes a filter. */
    public List<Map<UUID, FigureSums>> sums(
            Actor by, List<TimeSlice> windows, Set<Figure> wanted, FigureFilter filter) {
        if (wanted.stream().anyMatch(NOT_ADDING_UP::contains)) {
            return windows.stream()
                    .map(window -> read(by, List.of(window), wanted, filter).getFirst())
                    .toList();
        }
        List<TimeSlice> slices = between(windows);
        List<Map<UUID, FigureSums>> parts = read(by, slices, wanted, filter);
        List<Map<UUID, FigureSums>> sums = new ArrayList<>();
        for (TimeSlice window : windows) {
            Map<UUID, FigureSums> each = new HashMap<>();
            for (int i = 0; i < slices.size(); i++) {
                if (!slices.get(i).from().isBefore(window.from())
                        && !slices.get(i).to().isAfter(window.to())) {
                    parts.get(i)
                            .forEach((agent, part) -> each.computeIfAbsent(agent, made -> new FigureSums())
                                    .add(part));
                }
            }
            sums.add(each);
        }
        return sums;
    }

    private List<Map<UUID, FigureSums>> read(
            Actor by, List<TimeSlice> slices, Set<Figure> wanted, FigureFilter filter) {
        List<Map<UUID, FigureSums>> found = new ArrayList<>();
        slices.forEach(slice -> found.add(new LinkedHashMap<>()));
        figures.read(by, slices, filter, Set.of(Dimension.AGENT), Set.of(Dimension.AGENT), wanted)
                .forEach((group, sums) -> found.get(group.slice()).put(group.agent(), sums));
        return found;
    }

    /** Cut at every border of the windows. */
    private static List<TimeSlice> between(List<TimeSlice> windows) {
        TreeSet<Instant> borders = new TreeSet<>();
        windows.forEach(window -> {
            borders.add(window.from());
            borders.add(window.to());
        });
        List<TimeSlice> slices = new ArrayList<>();
        Instant from = null;
        for (Instant border : borders) {
            if (from != null) {
                slices.add(new TimeSlice(from, border));
            }
            from = border;
        }
        return slices;
    }

    /** How long agents were online and paused in each window, on whatever channel. @param windows earliest first, none within another */
    public List<Map<UUID, PresenceTimes>> presence(Actor by, List<TimeSlice> windows) {
        return presence.times(by.workspace(), windows);
    }

    /**
     * The ratings of one sort that count, by agent in each window. Few are ever taken back: the others are only counted.
     *
     * @param wanted rewards, neutrals or rebukes
     * @param filter of departments and channels
     */
    public List<Map<UUID, StandingRatings>> ratings(
            Actor by, List<TimeSlice> windows, Figure wanted, FigureFilter filter) {
        List<Map<UUID, StandingRatings>> standing = new ArrayList<>();
        windows.forEach(window -> standing.add(new HashMap<>()));
        Parts parts = Parts.of(windows, Instant.MAX);
        if (parts.isEmpty()) {
            return standing;
        }
        for (RatingMarkStore.RatingCount count : ratings.certain(by.workspace(), parts, filter)) {
            if (RatingMark.figure(count.rating()) == wanted) {
                for (int window : parts.windowsOf(count.part())) {
                    standing.get(window)
                            .merge(count.agent(), new StandingRatings(count.n(), count.last()), StandingRatings::plus);
                }
            }
        }
        List<RatingMark> doubtful = ratings.doubtful(by.workspace(), parts, filter);
        if (!doubtful.isEmpty()) {
            Set<RatingMark> counting = RatingMark.counting(ratings.deciding(by.workspace(), doubtful));
            for (RatingMark mark : doubtful) {
                if (mark.figure() == wanted && counting.contains(mark)) {
                    for (int i = 0; i < windows.size(); i++) {
                        if (!mark.at().isBefore(windows.get(i).from())
                                && mark.at().isBefore(windows.get(i).to())) {
                            standing.get(i)
                                    .merge(mark.agent(), new StandingRatings(1, mark.at()), StandingRatings::plus);
                        }
                    }
                }
            }
        }
        return standing;
    }
}
