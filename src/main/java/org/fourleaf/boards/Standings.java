package org.fourleaf.boards;

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
import org.fourleaf.game.Competitors;
import org.fourleaf.game.Days;
import org.fourleaf.game.GameCalendar;
import org.fourleaf.game.GameMetric;
import org.fourleaf.game.Scoring;
import org.fourleaf.platform.Actor;
import org.fourleaf.points.PointSums;
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

    public static final String POINTS = "points";

    private static final int REMEMBERED_MAX = 500;
    /** Of time online or paused: it grows while nothing happens. */
    private static final long GROWING_SECONDS = 5;

    /** What something is compared by. @param sampled whether a least number of activities can be asked for */
    public record Measure(String id, String unit, Standing.Together together, boolean sampled) {}

    /** Who in a period. */
    private record Asked(UUID workspace, String metric, LocalDate from, LocalDate to) {}

    /** @param read how far the log was counted when it was reckoned */
    private record Known(String read, Instant at, List<Standing> standings) {}

    private final Scoring scoring;
    private final PointSums points;
    private final Competitors competitors;
    private final Departments departments;
    private final ReadingQuery reading;
    private final GameCalendar calendar;
    private final Clock clock;
    private final Cache<Asked, Known> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED_MAX).build();

    Standings(
            Scoring scoring,
            PointSums points,
            Competitors competitors,
            Departments departments,
            ReadingQuery reading,
            GameCalendar calendar,
            Clock clock) {
        this.scoring = scoring;
        this.points = points;
        this.competitors = competitors;
        this.departments = departments;
        this.reading = reading;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Points, or a metric of badges that compares. */
    public static Optional<Measure> measure(String id) {
        if (id.equals(POINTS)) {
            return Optional.of(new Measure(id, POINTS, Standing.Together.SUM, false));
        }
        return GameMetric.named(id)
                .filter(GameMetric::compares)
                .map(metric -> new Measure(
                        id, metric.unit(), together(metric), metric.shape().hasSample()));
    }

    private static Standing.Together together(GameMetric metric) {
        return metric.averages()
                ? Standing.Together.MEAN
                : metric.addsUp() ? Standing.Together.SUM : Standing.Together.MOST;
    }

    /** The day it is in the workspace's zone. */
    public LocalDate today(UUID workspace) {
        return calendar.today(workspace);
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
        boolean growing = GameMetric.named(metric)
                .map(each -> each.shape() != GameMetric.Shape.COUNT && each.shape() != GameMetric.Shape.MEAN)
                .orElse(false);
        return growing && found.at.plusSeconds(GROWING_SECONDS).isBefore(clock.instant());
    }

    private List<Standing> reckon(Actor by, String metric, LocalDate from, LocalDate to) {
        if (metric.equals(POINTS)) {
            return points(by, from, to);
        }
        GameMetric of = GameMetric.named(metric).orElseThrow();
        return scoring.scores(by, of, List.of(new Days(from, to))).getFirst().stream()
                .map(score -> new Standing(score.agent(), score.value(), score.sample(), score.weight(), score.last()))
                .toList();
    }

    private List<Standing> points(Actor by, LocalDate from, LocalDate to) {
        Set<UUID> competing = competitors.of(by, null);
        Map<UUID, Instant> last = points.last(by.workspace(), from, to);
        List<Standing> standings = new ArrayList<>();
        points.between(by.workspace(), from, to).forEach((agent, sum) -> {
            if (competing.contains(agent) && sum != 0) {
                standings.add(new Standing(agent, sum, 0, 1, last.getOrDefault(agent, Instant.EPOCH)));
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
        return scoring.haveCounted(by, bound) && points.haveCounted(by, bound);
    }

    /** How far the log has been counted: it says something else as soon as any board may. */
    public @Nullable String position(UUID workspace) {
        return reading.position(workspace);
    }
}
