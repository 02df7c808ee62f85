package org.fourleaf.game;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.metrics.FigureFilter;
import org.fourleaf.metrics.Figures;
import org.fourleaf.metrics.KpiActivityQuery;
import org.fourleaf.metrics.TimeSlice;
import org.fourleaf.people.PersonName;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Why points were given or taken back, and what a rank is made of. Agents see themselves, leads those they look after. */
@Component
@Transactional(readOnly = true)
class PointReasons {

    /** Lines of the log tell microseconds. */
    private static final Duration MOMENT = Duration.ofNanos(1_000);

    /**
     * @param day of the entry
     * @param givenThatDay by the same rule, of at most {@code perDayMax}; none of a rule without one
     * @param reverses the entry it takes back, if it does
     * @param reversedBy the entry it was taken back by, if it was
     * @param activity what it is for, as far as the caller may see it
     */
    record Why(
            UUID id,
            PersonName agent,
            String rule,
            int points,
            Instant at,
            LocalDate day,
            long givenThatDay,
            @Nullable Integer perDayMax,
            @Nullable UUID reverses,
            @Nullable UUID reversedBy,
            KpiActivityQuery.@Nullable Counted activity) {}

    /** What one rule gave, less what was taken back. */
    record ByRule(String rule, long points, long entries) {}

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
            List<ByRule> byRule,
            @Nullable String activities) {}

    private final PointStore store;
    private final PlayerSight sight;
    private final Scoring scoring;
    private final ActQuery acts;
    private final GameBeginning beginning;
    private final Figures figures;
    private final KpiActivityQuery activities;

    PointReasons(
            PointStore store,
            PlayerSight sight,
            Scoring scoring,
            ActQuery acts,
            GameBeginning beginning,
            Figures figures,
            KpiActivityQuery activities) {
        this.store = store;
        this.sight = sight;
        this.scoring = scoring;
        this.acts = acts;
        this.beginning = beginning;
        this.figures = figures;
        this.activities = activities;
    }

    /** @throws Refusal not found, also of an entry the caller may not see */
    Why why(Actor by, UUID id) {
        PointEntry entry = store.find(by.workspace(), id).orElseThrow(() -> Refusal.notFound("entry"));
        PersonName agent = sight.seen(by, entry.agent().toString());
        Integer perDayMax = store.rules(by.workspace()).stream()
                .filter(rule -> rule.id().equals(entry.rule()))
                .map(PointRule::perDayMax)
                .findFirst()
                .orElse(null);
        long given = store.given(by.workspace(), List.of(entry.agent()), entry.day(), entry.day())
                .getOrDefault(new PointStore.Given(entry.agent(), entry.day(), entry.rule()), 0);
        return new Why(
                entry.id(),
                agent,
                entry.rule(),
                entry.points(),
                entry.at(),
                LocalDate.ofEpochDay(entry.day()),
                given,
                perDayMax,
                entry.reverses(),
                store.reversal(by.workspace(), entry.id()).orElse(null),
                activity(by, entry));
    }

    /** Whoever may see the entry may see what it is for: a colleague may have reopened the ticket. */
    private KpiActivityQuery.@Nullable Counted activity(Actor by, PointEntry entry) {
        return activities
                .page(
                        by,
                        figures.sight(Actor.clock(by.workspace())),
                        new TimeSlice(entry.at(), entry.at().plus(MOMENT)),
                        FigureFilter.EVERYTHING,
                        Set.of(entry.kind()),
                        Slice.first(Limits.PAGE_SIZE_MAX))
                .items()
                .stream()
                .filter(line -> line.id().equals(Long.toString(entry.seq())))
                .findFirst()
                .orElse(null);
    }

    /** @throws Refusal malformed metric, not found agent, also of whose points the caller may not see */
    Rank rank(Actor by, String metric, BoardSpan period, @Nullable Direction direction, String reference) {
        PersonName agent = sight.seen(by, reference);
        ActQuery.Days days = period.acts(beginning.today(by.workspace()));
        boolean points = metric.equals(LifetimeFigures.POINTS);
        List<Score> ranked = new ArrayList<>();
        String unit = "points";
        if (points) {
            Set<UUID> competitors = acts.competitors(by.workspace()).keySet();
            store.between(by.workspace(), days.from(), days.to()).forEach((who, sum) -> {
                if (competitors.contains(who) && sum != 0) {
                    ranked.add(new Score(who, sum, 0, Instant.EPOCH));
                }
            });
        } else {
            BadgeMetric known = metric(metric);
            unit = known.unit();
            ranked.addAll(scoring.scores(by, known, List.of(days)).getFirst());
        }
        Score theirs = ranked.stream()
                .filter(score -> score.agent().equals(agent.id()))
                .findFirst()
                .orElse(null);
        Comparator<Score> byValue = Comparator.comparingDouble(Score::value);
        Comparator<Score> order = direction == Direction.LEAST ? byValue : byValue.reversed();
        return new Rank(
                metric,
                unit,
                agent,
                theirs == null
                        ? null
                        : Math.toIntExact(1
                                + ranked.stream()
                                        .filter(score -> order.compare(score, theirs) < 0)
                                        .count()),
                ranked.size(),
                theirs == null ? 0 : theirs.value(),
                theirs == null ? 0 : theirs.sample(),
                days.from(),
                days.to(),
                points ? store.byRule(by.workspace(), agent.id(), days.from(), days.to()) : List.of(),
                points
                        ? null
                        : "/api/v1/leaderboards/activities?metric=%s&period=%s&agent=%s"
                                .formatted(metric, period.json(), agent.id()));
    }

    /** What somebody's place on the board of a metric is made of, newest first. */
    Page<KpiActivityQuery.Counted> activities(
            Actor by, String metric, BoardSpan period, String reference, Slice slice) {
        UUID agent = sight.seen(by, reference).id();
        TimeSlice time = scoring.slices(by, List.of(period.acts(beginning.today(by.workspace()))))
                .getFirst();
        return activities.page(
                by,
                figures.sight(by),
                time,
                new FigureFilter(Set.of(agent), Set.of(), Set.of(), null),
                metric(metric).kinds(),
                slice);
    }

    private static BadgeMetric metric(String id) {
        return BadgeMetric.named(id)
                .filter(found -> found.shape() != BadgeMetric.Shape.DRAWN)
                .orElseThrow(() -> Refusal.malformed("metric", "points, or a metric of GET /badge-metrics."));
    }
}
