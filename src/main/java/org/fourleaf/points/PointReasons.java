package org.fourleaf.points;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.game.PlayerSight;
import org.fourleaf.metrics.FigureFilter;
import org.fourleaf.metrics.Figures;
import org.fourleaf.metrics.KpiActivityQuery;
import org.fourleaf.metrics.TimeSlice;
import org.fourleaf.people.PersonName;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Why points were given or taken back. Agents see their own, leads those of whom they look after. */
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

    private final PointStore store;
    private final PlayerSight sight;
    private final Figures figures;
    private final KpiActivityQuery activities;

    PointReasons(PointStore store, PlayerSight sight, Figures figures, KpiActivityQuery activities) {
        this.store = store;
        this.sight = sight;
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
}
