package org.fourleaf.boards;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.game.Days;
import org.fourleaf.game.Direction;
import org.fourleaf.game.GameCalendar;
import org.fourleaf.game.GameMetric;
import org.fourleaf.game.PlayerSight;
import org.fourleaf.metrics.FigureFilter;
import org.fourleaf.metrics.Figures;
import org.fourleaf.metrics.KpiActivityQuery;
import org.fourleaf.people.PersonName;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.fourleaf.points.PointSums;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a rank is made of. Agents see themselves, leads those they look after. */
@Component
@Transactional(readOnly = true)
class RankReasons {

    /**
     * @param rank none for who has no place
     * @param of how many have one
     * @param byRule of points
     * @param activities where those of a metric are listed
     */
    record Rank(
            String metric,
            String unit,
            PersonName agent,
            @Nullable Integer rank,
            int of,
            double value,
            long sample,
            LocalDate from,
            LocalDate to,
            List<PointSums.ByRule> byRule,
            @Nullable String activities) {}

    private final Standings standings;
    private final PointSums points;
    private final PlayerSight sight;
    private final GameCalendar calendar;
    private final Figures figures;
    private final KpiActivityQuery activities;

    RankReasons(
            Standings standings,
            PointSums points,
            PlayerSight sight,
            GameCalendar calendar,
            Figures figures,
            KpiActivityQuery activities) {
        this.standings = standings;
        this.points = points;
        this.sight = sight;
        this.calendar = calendar;
        this.figures = figures;
        this.activities = activities;
    }

    /** @throws Refusal malformed metric, not found agent, also of whose points the caller may not see */
    Rank rank(Actor by, String metric, BoardSpan period, @Nullable Direction direction, String reference) {
        PersonName agent = sight.seen(by, reference);
        Days days = period.days(calendar.today(by.workspace()));
        Standings.Measure measure = Standings.measure(metric).orElseThrow(RankReasons::noMetric);
        boolean isPoints = metric.equals(Standings.POINTS);
        List<Standing> ranked = standings.agents(by, metric, days.from(), days.to());
        Standing theirs = ranked.stream()
                .filter(standing -> standing.who().equals(agent.id()))
                .findFirst()
                .orElse(null);
        Comparator<Standing> byValue = Comparator.comparingDouble(Standing::value);
        Comparator<Standing> order = direction == Direction.LEAST ? byValue : byValue.reversed();
        return new Rank(
                metric,
                measure.unit(),
                agent,
                theirs == null
                        ? null
                        : Math.toIntExact(1
                                + ranked.stream()
                                        .filter(standing -> order.compare(standing, theirs) < 0)
                                        .count()),
                ranked.size(),
                theirs == null ? 0 : theirs.value(),
                theirs == null ? 0 : theirs.sample(),
                days.from(),
                days.to(),
                isPoints ? points.byRule(by.workspace(), agent.id(), days.from(), days.to()) : List.of(),
                isPoints
                        ? null
                        : "/api/v1/leaderboards/activities?metric=%s&period=%s&agent=%s"
                                .formatted(metric, period.json(), agent.id()));
    }

    /** What somebody's place on the board of a metric is made of, newest first. */
    Page<KpiActivityQuery.Counted> activities(
            Actor by, String metric, BoardSpan period, String reference, Slice slice) {
        UUID agent = sight.seen(by, reference).id();
        GameMetric compared =
                GameMetric.named(metric).filter(GameMetric::compares).orElseThrow(RankReasons::noMetric);
        Days days = period.days(calendar.today(by.workspace()));
        return activities.page(
                by,
                figures.sight(by),
                calendar.slices(by.workspace(), List.of(days)).getFirst(),
                new FigureFilter(Set.of(agent), Set.of(), Set.of(), null),
                compared.kinds(),
                slice);
    }

    private static Refusal noMetric() {
        return Refusal.malformed("metric", "points, or a metric of GET /badge-metrics.");
    }
}
