package org.fourleaf.game;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.metrics.AgentFigures;
import org.fourleaf.metrics.Figure;
import org.fourleaf.metrics.PresenceTimes;
import org.fourleaf.metrics.StandingRating;
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
    private final WorkspacePlace places;

    Scoring(ActQuery acts, AgentFigures figures, WorkspacePlace places) {
        this.acts = acts;
        this.figures = figures;
        this.places = places;
    }

    /** One ranking for each evaluation day. */
    List<Ranking> rankings(Actor by, Badge badge, List<LocalDate> days) {
        BadgeMetric metric = badge.reckoned();
        List<List<Score>> scores = scores(by, metric, days(badge.window(), days));
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
    Map<UUID, Long> candidates(Actor by, LocalDate day) {
        Map<UUID, Long> candidates = new HashMap<>();
        Map<UUID, String> competitors = acts.competitors(by.workspace());
        figures.presence(all(by), slices(by, BadgeWindow.DAY, List.of(day)))
                .getFirst()
                .forEach((agent, times) -> {
                    if (times.onlineSeconds() >= DRAWN_FROM_SECONDS && competitors.containsKey(agent)) {
                        candidates.put(agent, times.onlineSeconds());
                    }
                });
        return candidates;
    }

    /** Of agents at work, in each window. */
    List<List<Score>> scores(Actor by, BadgeMetric metric, List<ActQuery.Days> windows) {
        Map<UUID, String> competitors = acts.competitors(by.workspace());
        List<TimeSlice> slices = slices(by, windows);
        List<List<Score>> scores = switch (metric.shape()) {
            case COUNT, MEAN, MAXIMUM -> ofActs(by, metric, windows);
            case TICKETS -> tickets(by, metric, windows);
            case RATINGS -> ratings(by, metric, slices);
            case ONLINE -> presence(by, slices, true);
            case PAUSED -> presence(by, slices, false);
            case KPI -> kpi(by, metric, windows);
            case DRAWN -> throw new IllegalStateException("drawn, not compared");
        };
        scores.forEach(each -> each.removeIf(score -> !competitors.containsKey(score.agent())));
        return scores;
    }

    private List<List<Score>> ofActs(Actor by, BadgeMetric metric, List<ActQuery.Days> windows) {
        List<List<Score>> scores = new ArrayList<>();
        for (List<ActQuery.Acts> found : acts.acts(by.workspace(), windows, metric.kinds())) {
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
        List<List<Score>> scores = ofActs(by, metric, windows);
        for (int i = 0; i < scores.size(); i++) {
            Map<UUID, Long> tickets = tagged.get(i);
            scores.get(i).replaceAll(score -> {
                long n = tickets.getOrDefault(score.agent(), 0L);
                return new Score(score.agent(), n, n, score.last());
            });
        }
        return scores;
    }

    private List<List<Score>> ratings(Actor by, BadgeMetric metric, List<TimeSlice> slices) {
        Figure wanted = switch (metric.id()) {
            case BadgeMetric.REWARDS -> Figure.REWARDS;
            case BadgeMetric.REBUKES -> Figure.REBUKES;
            default -> Figure.NEUTRALS;
        };
        Instant from =
                slices.stream().map(TimeSlice::from).min(Instant::compareTo).orElse(Instant.EPOCH);
        Instant to = slices.stream().map(TimeSlice::to).max(Instant::compareTo).orElse(Instant.EPOCH);
        List<StandingRating> standing = figures.ratings(all(by), new TimeSlice(from, to)).stream()
                .filter(rating -> rating.figure() == wanted)
                .toList();
        List<List<Score>> scores = new ArrayList<>();
        for (TimeSlice slice : slices) {
            Map<UUID, Score> each = new HashMap<>();
            for (StandingRating rating : standing) {
                if (!rating.at().isBefore(slice.from()) && rating.at().isBefore(slice.to())) {
                    each.merge(
                            rating.agent(),
                            new Score(rating.agent(), 1, 1, rating.at()),
                            (was, more) -> new Score(
                                    was.agent(),
                                    was.value() + 1,
                                    was.sample() + 1,
                                    was.last().isAfter(more.last()) ? was.last() : more.last()));
                }
            }
            scores.add(new ArrayList<>(each.values()));
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

    private List<List<Score>> kpi(Actor by, BadgeMetric metric, List<ActQuery.Days> windows) {
        List<Map<UUID, AgentFigures.AgentKpi>> kpis = figures.kpi(all(by), slices(by, windows), metric.id());
        List<List<ActQuery.Acts>> done = acts.acts(by.workspace(), windows, metric.kinds());
        List<List<Score>> scores = new ArrayList<>();
        for (int i = 0; i < windows.size(); i++) {
            Map<UUID, Instant> last = new HashMap<>();
            done.get(i).forEach(acted -> last.put(acted.agent(), acted.lastAt()));
            List<Score> each = new ArrayList<>();
            kpis.get(i).forEach((agent, kpi) -> {
                if (kpi.value() != null) {
                    Double sample = kpi.denominator() == null ? Double.valueOf(kpi.numerator()) : kpi.denominator();
                    each.add(
                            new Score(agent, kpi.value(), Math.round(sample), last.getOrDefault(agent, Instant.EPOCH)));
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

    private List<TimeSlice> slices(Actor by, List<ActQuery.Days> windows) {
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
