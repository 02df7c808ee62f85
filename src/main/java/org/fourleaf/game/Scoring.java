package org.fourleaf.game;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.departments.Departments;
import org.fourleaf.metrics.AgentFigures;
import org.fourleaf.metrics.Figure;
import org.fourleaf.metrics.FigureFilter;
import org.fourleaf.metrics.FigureSums;
import org.fourleaf.metrics.PresenceTimes;
import org.fourleaf.metrics.StandingRatings;
import org.fourleaf.metrics.TimeSlice;
import org.fourleaf.people.WorkspacePlace;
import org.fourleaf.platform.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What agents came to in the windows of evaluation days: for the one day that is evaluated and for the many of a backtest alike. Counts
 * everybody's activities, whoever asks; who left is not among them.
 */
@Component
@Transactional(readOnly = true)
class Scoring {

    private static final long DRAWN_FROM_SECONDS = 3_600;

    private final ActQuery acts;
    private final AgentFigures figures;
    private final Departments departments;
    private final WorkspacePlace places;

    Scoring(ActQuery acts, AgentFigures figures, Departments departments, WorkspacePlace places) {
        this.acts = acts;
        this.figures = figures;
        this.departments = departments;
        this.places = places;
    }

    /** One ranking for each evaluation day. */
    List<Ranking> rankings(Actor by, Badge badge, List<LocalDate> days) {
        BadgeMetric metric = badge.reckoned();
        List<List<Score>> scores = scores(by, metric, badge.reach(), days(badge.window(), days));
        List<Map<UUID, Double>> gates = gates(by, badge, days);
        List<Ranking> rankings = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            rankings.add(Ranking.of(badge, metric, scores.get(i), gates.get(i)));
        }
        return rankings;
    }

    /** What the badge's gate asks of each agent, where there is a figure. */
    List<Map<UUID, Double>> gates(Actor by, Badge badge, List<LocalDate> days) {
        List<Map<UUID, Double>> gates = new ArrayList<>();
        days.forEach(day -> gates.add(new HashMap<>()));
        if (badge.gate() == null) {
            return gates;
        }
        List<Map<UUID, AgentFigures.AgentKpi>> kpis = figures.kpi(
                all(by), slices(by, badge.window(), days), badge.gate().kpi());
        for (int i = 0; i < gates.size(); i++) {
            Map<UUID, Double> gate = gates.get(i);
            kpis.get(i).forEach((agent, kpi) -> {
                if (kpi.value() != null) {
                    gate.put(agent, kpi.value());
                }
            });
        }
        return gates;
    }

    /** Those online for at least an hour the day before, with the seconds they were. */
    Map<UUID, Long> candidates(Actor by, BadgeReach reach, LocalDate day) {
        Map<UUID, Long> candidates = new HashMap<>();
        Set<UUID> competitors = competitors(by, reach);
        figures.presence(all(by), slices(by, BadgeWindow.DAY, List.of(day)))
                .getFirst()
                .forEach((agent, times) -> {
                    if (times.onlineSeconds() >= DRAWN_FROM_SECONDS && competitors.contains(agent)) {
                        candidates.put(agent, times.onlineSeconds());
                    }
                });
        return candidates;
    }

    /** Of agents at work, in each window. */
    List<List<Score>> scores(Actor by, BadgeMetric metric, List<ActQuery.Days> windows) {
        return scores(by, metric, BadgeReach.EVERYBODY, windows);
    }

    /** Of agents at work who compete, by what counts of their work, in each window. */
    List<List<Score>> scores(Actor by, BadgeMetric metric, BadgeReach reach, List<ActQuery.Days> windows) {
        Set<UUID> competitors = competitors(by, reach);
        List<TimeSlice> slices = slices(by, windows);
        FigureFilter filter = reach.counted();
        boolean tagged = filter.tag() != null;
        List<List<Score>> scores = switch (metric.shape()) {
            case COUNT, MEAN, MAXIMUM ->
                tagged ? ofFigures(by, metric, windows, filter) : ofActs(by, metric, windows, filter);
            case TICKETS -> tickets(by, metric, windows);
            case RATINGS -> tagged ? ofFigures(by, metric, windows, filter) : ratings(by, metric, slices, filter);
            case ONLINE -> presence(by, slices, true);
            case PAUSED -> presence(by, slices, false);
            case KPI -> kpi(by, metric, windows, filter);
            case FIGURES -> ofFigures(by, metric, windows, filter);
            case DRAWN -> throw new IllegalStateException("drawn, not compared");
        };
        scores.forEach(each -> each.removeIf(score -> !competitors.contains(score.agent())));
        return scores;
    }

    private Set<UUID> competitors(Actor by, BadgeReach reach) {
        Set<UUID> competitors = new HashSet<>(acts.competitors(by.workspace()).keySet());
        if (reach.department() != null) {
            competitors.retainAll(departments.members(by, reach.department()));
        }
        return competitors;
    }

    private List<List<Score>> ofActs(Actor by, BadgeMetric metric, List<ActQuery.Days> windows, FigureFilter filter) {
        boolean largest = metric.shape() == BadgeMetric.Shape.MAXIMUM;
        List<List<Score>> scores = new ArrayList<>();
        for (List<ActQuery.Acts> found : acts.acts(by.workspace(), windows, metric.kinds(), filter, largest)) {
            List<Score> each = new ArrayList<>();
            for (ActQuery.Acts done : found) {
                Score score = score(metric.shape(), done);
                if (score != null) {
                    each.add(score);
                }
            }
            scores.add(each);
        }
        return scores;
    }

    private List<List<Score>> ofFigures(
            Actor by, BadgeMetric metric, List<ActQuery.Days> windows, FigureFilter filter) {
        BadgeMetric.Fraction fraction = Objects.requireNonNull(metric.figures());
        List<Map<UUID, FigureSums>> sums = figures.sums(all(by), slices(by, windows), fraction.needs(), filter);
        List<Map<UUID, Instant>> last = last(by, metric, windows, filter);
        List<List<Score>> scores = new ArrayList<>();
        for (int i = 0; i < windows.size(); i++) {
            List<Score> each = new ArrayList<>();
            Map<UUID, Instant> lastOnes = last.get(i);
            sums.get(i).forEach((agent, of) -> {
                long above = fraction.above().stream().mapToLong(of::get).sum();
                boolean divided = !fraction.below().isEmpty();
                long below =
                        divided ? fraction.below().stream().mapToLong(of::get).sum() : 1;
                if (below != 0) {
                    each.add(new Score(
                            agent,
                            fraction.scale() * above / below,
                            divided ? below : above,
                            lastOnes.getOrDefault(agent, Instant.EPOCH)));
                }
            });
            scores.add(each);
        }
        return scores;
    }

    /** When the last activity of its kinds happened; of figures by tag, that of any tag. */
    private List<Map<UUID, Instant>> last(
            Actor by, BadgeMetric metric, List<ActQuery.Days> windows, FigureFilter filter) {
        List<Map<UUID, Instant>> last = new ArrayList<>();
        for (List<ActQuery.Acts> done : acts.acts(by.workspace(), windows, metric.kinds(), filter, false)) {
            Map<UUID, Instant> each = new HashMap<>();
            done.forEach(acted -> each.put(acted.agent(), acted.lastAt()));
            last.add(each);
        }
        return last;
    }

    private static @Nullable Score score(BadgeMetric.Shape shape, ActQuery.Acts done) {
        if (shape != BadgeMetric.Shape.MEAN && shape != BadgeMetric.Shape.MAXIMUM) {
            return new Score(done.agent(), done.n(), done.n(), done.lastAt());
        }
        if (done.measured() == 0) {
            return null;
        }
        return shape == BadgeMetric.Shape.MAXIMUM
                ? new Score(done.agent(), done.most(), done.measured(), done.mostAt())
                : new Score(done.agent(), (double) done.total() / done.measured(), done.measured(), done.lastAt());
    }

    private List<List<Score>> tickets(Actor by, BadgeMetric metric, List<ActQuery.Days> windows) {
        List<Map<UUID, Long>> tagged = acts.tagged(by.workspace(), windows);
        List<List<Score>> scores = ofActs(by, metric, windows, FigureFilter.EVERYTHING);
        for (int i = 0; i < scores.size(); i++) {
            Map<UUID, Long> tickets = tagged.get(i);
            scores.get(i).replaceAll(score -> {
                long n = tickets.getOrDefault(score.agent(), 0L);
                return new Score(score.agent(), n, n, score.last());
            });
        }
        return scores;
    }

    private List<List<Score>> ratings(Actor by, BadgeMetric metric, List<TimeSlice> slices, FigureFilter filter) {
        Figure wanted = switch (metric.id()) {
            case BadgeMetric.REWARDS -> Figure.REWARDS;
            case BadgeMetric.REBUKES -> Figure.REBUKES;
            default -> Figure.NEUTRALS;
        };
        List<List<Score>> scores = new ArrayList<>();
        for (Map<UUID, StandingRatings> standing : figures.ratings(all(by), slices, wanted, filter)) {
            List<Score> each = new ArrayList<>();
            standing.forEach((agent, of) -> each.add(new Score(agent, of.n(), of.n(), of.last())));
            scores.add(each);
        }
        return scores;
    }

    private List<List<Score>> presence(Actor by, List<TimeSlice> slices, boolean online) {
        List<List<Score>> scores = new ArrayList<>();
        for (Map<UUID, PresenceTimes> times : figures.presence(all(by), slices)) {
            List<Score> each = new ArrayList<>();
            times.forEach((agent, time) -> {
                Instant last = online ? time.lastOnline() : time.lastPaused();
                if (last != null) {
                    each.add(new Score(agent, online ? time.onlineSeconds() : time.pausedSeconds(), 0, last));
                }
            });
            scores.add(each);
        }
        return scores;
    }

    private List<List<Score>> kpi(Actor by, BadgeMetric metric, List<ActQuery.Days> windows, FigureFilter filter) {
        List<Map<UUID, AgentFigures.AgentKpi>> kpis = figures.kpi(all(by), slices(by, windows), metric.id(), filter);
        List<Map<UUID, Instant>> last = last(by, metric, windows, filter);
        List<List<Score>> scores = new ArrayList<>();
        for (int i = 0; i < windows.size(); i++) {
            Map<UUID, Instant> lastOnes = last.get(i);
            List<Score> each = new ArrayList<>();
            kpis.get(i).forEach((agent, kpi) -> {
                if (kpi.value() != null) {
                    Double sample = kpi.denominator() == null ? Double.valueOf(kpi.numerator()) : kpi.denominator();
                    each.add(new Score(
                            agent, kpi.value(), Math.round(sample), lastOnes.getOrDefault(agent, Instant.EPOCH)));
                }
            });
            scores.add(each);
        }
        return scores;
    }

    private static List<ActQuery.Days> days(BadgeWindow window, List<LocalDate> days) {
        return days.stream()
                .map(day -> new ActQuery.Days(window.first(day), day))
                .toList();
    }

    List<TimeSlice> slices(Actor by, BadgeWindow window, List<LocalDate> days) {
        return slices(by, days(window, days));
    }

    List<TimeSlice> slices(Actor by, List<ActQuery.Days> windows) {
        ZoneId zone = places.zone(by.workspace());
        return windows.stream()
                .map(window -> new TimeSlice(
                        window.from().atStartOfDay(zone).toInstant(),
                        window.to().atStartOfDay(zone).toInstant()))
                .toList();
    }

    /** Competition is among all, whoever looks. */
    private static Actor all(Actor by) {
        return Actor.clock(by.workspace());
    }
}
