package org.fourleaf.game;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.departments.Departments;
import org.fourleaf.metrics.AgentFigures;
import org.fourleaf.metrics.FigureFilter;
import org.fourleaf.metrics.TimeSlice;
import org.fourleaf.people.WorkspacePlace;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.log.LogRereading;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What agents at work, or departments, came to in a period by points or any metric of badges; whatever compares them asks here. Everybody's
 * activities count, whoever asks. What is asked again while nothing more was counted is answered from memory, so that a thousand open
 * boards cost one reckoning.
 */
@Component
@Transactional(readOnly = true)
public class Standings {

    public static final String POINTS = LifetimeFigures.POINTS;

    private static final int REMEMBERED_MAX = 500;
    /** Of time online or paused: it grows while nothing happens. */
    private static final long GROWING_SECONDS = 5;

    private static final Set<BadgeMetric.Shape> SUMS = Set.of(
            BadgeMetric.Shape.COUNT,
            BadgeMetric.Shape.TICKETS,
            BadgeMetric.Shape.RATINGS,
            BadgeMetric.Shape.ONLINE,
            BadgeMetric.Shape.PAUSED);

    /** What something is compared by. @param sampled whether a least number of activities can be asked for */
    public record Measure(String id, String unit, Standing.Together together, boolean sampled) {}

    /** Who in a period. */
    private record Asked(UUID workspace, String metric, LocalDate from, LocalDate to) {}

    /** @param read how far the log was counted when it was reckoned */
    private record Known(String read, Instant at, List<Standing> standings) {}

    private final Scoring scoring;
    private final PointStore points;
    private final ActQuery acts;
    private final AgentFigures figures;
    private final Departments departments;
    private final ReadingQuery reading;
    private final LogRereading rereading;
    private final WorkspacePlace places;
    private final Clock clock;
    private final Cache<Asked, Known> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED_MAX).build();

    Standings(
            Scoring scoring,
            PointStore points,
            ActQuery acts,
            AgentFigures figures,
            Departments departments,
            ReadingQuery reading,
            LogRereading rereading,
            WorkspacePlace places,
            Clock clock) {
        this.scoring = scoring;
        this.points = points;
        this.acts = acts;
        this.figures = figures;
        this.departments = departments;
        this.reading = reading;
        this.rereading = rereading;
        this.places = places;
        this.clock = clock;
    }

    /** Points, or a metric of badges that compares. */
    public static Optional<Measure> measure(String id) {
        if (id.equals(POINTS)) {
            return Optional.of(new Measure(id, POINTS, Standing.Together.SUM, false));
        }
        return BadgeMetric.named(id)
                .filter(metric -> metric.shape() != BadgeMetric.Shape.DRAWN)
                .map(metric -> new Measure(
                        id, metric.unit(), together(metric), metric.shape().hasSample()));
    }

    private static Standing.Together together(BadgeMetric metric) {
        if (metric.shape() == BadgeMetric.Shape.KPI) {
            return AgentFigures.kpi(metric.id())
                            .map(AgentFigures.KpiWords::mean)
                            .orElse(false)
                    ? Standing.Together.MEAN
                    : Standing.Together.SUM;
        }
        if (metric.figures() != null && metric.shape() == BadgeMetric.Shape.FIGURES) {
            return metric.figures().below().isEmpty() ? Standing.Together.SUM : Standing.Together.MEAN;
        }
        return SUMS.contains(metric.shape())
                ? Standing.Together.SUM
                : metric.shape() == BadgeMetric.Shape.MEAN ? Standing.Together.MEAN : Standing.Together.MOST;
    }

    /** The day it is in the workspace's zone. */
    public LocalDate today(UUID workspace) {
        return LocalDate.ofInstant(clock.instant(), places.zone(workspace));
    }

    /**
     * Agents at work that came to anything, in no order.
     *
     * @param metric one that {@link #measure} knows
     * @param to not in it
     */
    public List<Standing> agents(Actor by, String metric, LocalDate from, LocalDate to) {
        Asked asked = new Asked(by.workspace(), metric, from, to);
        String read = reading.position(by.workspace());
        Known found = known.getIfPresent(asked);
        if (found != null && found.read.equals(read) && !hasGrown(metric, found)) {
            return found.standings;
        }
        // Whoever asks for the same at the same moment waits for the one that reckons.
        return Objects.requireNonNull(known.asMap().compute(asked, (same, before) -> {
                    boolean fresh = before != null && before.read.equals(read) && !hasGrown(metric, before);
                    return fresh ? before : new Known(read, clock.instant(), List.copyOf(reckon(by, metric, from, to)));
                }))
                .standings;
    }

    private boolean hasGrown(String metric, Known found) {
        boolean growing = BadgeMetric.named(metric)
                .map(each -> each.shape() != BadgeMetric.Shape.COUNT && each.shape() != BadgeMetric.Shape.MEAN)
                .orElse(false);
        return growing && found.at.plusSeconds(GROWING_SECONDS).isBefore(clock.instant());
    }

    private List<Standing> reckon(Actor by, String metric, LocalDate from, LocalDate to) {
        if (metric.equals(POINTS)) {
            return points(by, from, to);
        }
        BadgeMetric of = BadgeMetric.named(metric).orElseThrow();
        if (of.shape() == BadgeMetric.Shape.KPI) {
            return kpi(by, of, from, to);
        }
        return scoring.scores(by, of, List.of(new ActQuery.Days(from, to))).getFirst().stream()
                .map(score -> new Standing(score.agent(), score.value(), score.sample(), score.sample(), score.last()))
                .toList();
    }

    private List<Standing> points(Actor by, LocalDate from, LocalDate to) {
        Map<UUID, String> competitors = acts.competitors(by.workspace());
        Map<UUID, Instant> last = points.last(by.workspace(), from, to);
        List<Standing> standings = new ArrayList<>();
        points.between(by.workspace(), from, to).forEach((agent, sum) -> {
            if (competitors.containsKey(agent) && sum != 0) {
                standings.add(new Standing(agent, sum, 0, 1, last.getOrDefault(agent, Instant.EPOCH)));
            }
        });
        return standings;
    }

    private List<Standing> kpi(Actor by, BadgeMetric metric, LocalDate from, LocalDate to) {
        Map<UUID, String> competitors = acts.competitors(by.workspace());
        ActQuery.Days days = new ActQuery.Days(from, to);
        Map<UUID, Instant> last = new HashMap<>();
        acts.acts(by.workspace(), List.of(days), metric.kinds(), FigureFilter.EVERYTHING, false)
                .getFirst()
                .forEach(done -> last.put(done.agent(), done.lastAt()));
        TimeSlice slice = new TimeSlice(
                from.atStartOfDay(places.zone(by.workspace())).toInstant(),
                to.atStartOfDay(places.zone(by.workspace())).toInstant());
        List<Standing> standings = new ArrayList<>();
        figures.kpi(Actor.clock(by.workspace()), List.of(slice), metric.id())
                .getFirst()
                .forEach((agent, kpi) -> {
                    if (kpi.value() != null && competitors.containsKey(agent)) {
                        double weight = kpi.denominator() == null ? kpi.numerator() : kpi.denominator();
                        standings.add(new Standing(
                                agent,
                                kpi.value(),
                                Math.round(weight),
                                weight,
                                last.getOrDefault(agent, Instant.EPOCH)));
                    }
                });
        return standings;
    }

    /**
     * Departments whose members at work came to anything; who works in two counts in both, readers in none.
     *
     * @param perHead sums are divided by how many members came to anything
     */
    public List<Standing> departments(Actor by, String metric, LocalDate from, LocalDate to, boolean perHead) {
        Standing.Together together = measure(metric).orElseThrow().together();
        Map<UUID, Standing> agents = new HashMap<>();
        agents(by, metric, from, to).forEach(standing -> agents.put(standing.who(), standing));
        List<Standing> teams = new ArrayList<>();
        departments.workersOfAll(by).forEach((department, members) -> {
            List<Standing> there =
                    members.stream().map(agents::get).filter(Objects::nonNull).toList();
            if (!there.isEmpty()) {
                teams.add(Standing.together(department, there, together, perHead));
            }
        });
        return teams;
    }

    /** Whether everything that was in the log when the bound was taken is counted, in figures, acts and points. */
    @Transactional
    public boolean haveCounted(Actor by, String bound) {
        return figures.haveCounted(by, bound)
                && rereading.hasRead(by.workspace(), ActCounting.NAME, bound)
                && rereading.hasRead(by.workspace(), PointKeeping.NAME, bound);
    }

    /** How far the log has been counted: it says something else as soon as any board may. */
    public @Nullable String position(UUID workspace) {
        return reading.position(workspace);
    }
}
