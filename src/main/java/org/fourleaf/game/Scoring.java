package org.fourleaf.game;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.metrics.AgentFigures;
import org.fourleaf.metrics.Figure;
import org.fourleaf.metrics.FigureFilter;
import org.fourleaf.metrics.FigureSums;
import org.fourleaf.metrics.PresenceTimes;
import org.fourleaf.metrics.StandingRatings;
import org.fourleaf.metrics.TimeSlice;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.log.LogRereading;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What agents came to in windows of days, which may overlap: for the one a board shows and the many of a backtest alike. Counts
 * everybody's activities, whoever asks; who left is not among them.
 */
@Component
@Transactional(readOnly = true)
public class Scoring {

    private final ActQuery acts;
    private final AgentFigures figures;
    private final Competitors competitors;
    private final GameCalendar calendar;
    private final LogRereading rereading;

    Scoring(
            ActQuery acts,
            AgentFigures figures,
            Competitors competitors,
            GameCalendar calendar,
            LogRereading rereading) {
        this.acts = acts;
        this.figures = figures;
        this.competitors = competitors;
        this.calendar = calendar;
        this.rereading = rereading;
    }

    /** Whether everything that was in the log when the bound was taken is counted. */
    @Transactional
    public boolean haveCounted(Actor by, String bound) {
        return figures.haveCounted(by, bound) && rereading.hasRead(by.workspace(), ActCounting.NAME, bound);
    }

    /** Of agents at work, in each window. */
    public List<List<Score>> scores(Actor by, GameMetric metric, List<Days> windows) {
        return scores(by, metric, null, FigureFilter.EVERYTHING, windows);
    }

    /**
     * Of agents at work who compete, by what counts of their work, in each window.
     *
     * @param metric one that compares
     * @param department whose members compete, none for everybody
     * @param filter of the work; it names no agents
     */
    public List<List<Score>> scores(
            Actor by, GameMetric metric, @Nullable UUID department, FigureFilter filter, List<Days> windows) {
        Set<UUID> competing = competitors.of(by, department);
        List<TimeSlice> slices = slices(by, windows);
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
        scores.forEach(each -> each.removeIf(score -> !competing.contains(score.agent())));
        return scores;
    }

    private List<List<Score>> ofActs(Actor by, GameMetric metric, List<Days> windows, FigureFilter filter) {
        boolean largest = metric.shape() == GameMetric.Shape.MAXIMUM;
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

    private List<List<Score>> ofFigures(Actor by, GameMetric metric, List<Days> windows, FigureFilter filter) {
        GameMetric.Fraction fraction = Objects.requireNonNull(metric.figures());
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
    private List<Map<UUID, Instant>> last(Actor by, GameMetric metric, List<Days> windows, FigureFilter filter) {
        List<Map<UUID, Instant>> last = new ArrayList<>();
        for (List<ActQuery.Acts> done : acts.acts(by.workspace(), windows, metric.kinds(), filter, false)) {
            Map<UUID, Instant> each = new HashMap<>();
            done.forEach(acted -> each.put(acted.agent(), acted.lastAt()));
            last.add(each);
        }
        return last;
    }

    private static @Nullable Score score(GameMetric.Shape shape, ActQuery.Acts done) {
        if (shape != GameMetric.Shape.MEAN && shape != GameMetric.Shape.MAXIMUM) {
            return new Score(done.agent(), done.n(), done.n(), done.lastAt());
        }
        if (done.measured() == 0) {
            return null;
        }
        return shape == GameMetric.Shape.MAXIMUM
                ? new Score(done.agent(), done.most(), done.measured(), done.mostAt())
                : new Score(done.agent(), (double) done.total() / done.measured(), done.measured(), done.lastAt());
    }

    private List<List<Score>> tickets(Actor by, GameMetric metric, List<Days> windows) {
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

    private List<List<Score>> ratings(Actor by, GameMetric metric, List<TimeSlice> slices, FigureFilter filter) {
        Figure wanted = switch (metric.id()) {
            case GameMetric.REWARDS -> Figure.REWARDS;
            case GameMetric.REBUKES -> Figure.REBUKES;
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

    private List<List<Score>> kpi(Actor by, GameMetric metric, List<Days> windows, FigureFilter filter) {
        List<Map<UUID, AgentFigures.AgentKpi>> kpis = figures.kpi(all(by), slices(by, windows), metric.id(), filter);
        List<Map<UUID, Instant>> last = last(by, metric, windows, filter);
        List<List<Score>> scores = new ArrayList<>();
        for (int i = 0; i < windows.size(); i++) {
            Map<UUID, Instant> lastOnes = last.get(i);
            List<Score> each = new ArrayList<>();
            kpis.get(i).forEach((agent, kpi) -> {
                if (kpi.value() != null) {
                    double weight = kpi.denominator() == null ? kpi.numerator() : kpi.denominator();
                    each.add(new Score(
                            agent,
                            kpi.value(),
                            Math.round(weight),
                            weight,
                            lastOnes.getOrDefault(agent, Instant.EPOCH)));
                }
            });
            scores.add(each);
        }
        return scores;
    }

    private List<TimeSlice> slices(Actor by, List<Days> windows) {
        return calendar.slices(by.workspace(), windows);
    }

    /** Competition is among all, whoever looks. */
    private static Actor all(Actor by) {
        return Actor.clock(by.workspace());
    }
}
