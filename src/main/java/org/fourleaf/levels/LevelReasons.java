package org.fourleaf.levels;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.fourleaf.game.Competitors;
import org.fourleaf.game.PlayerSight;
import org.fourleaf.metrics.FigureFilter;
import org.fourleaf.metrics.Figures;
import org.fourleaf.metrics.KpiActivityQuery;
import org.fourleaf.metrics.TimeSlice;
import org.fourleaf.people.PersonName;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Why somebody is at a level or how far they are from it, and what a condition would mean before it is saved. */
@Component
@Transactional(readOnly = true)
class LevelReasons {

    private static final Instant BEGINNING = Instant.parse("2000-01-01T00:00:00Z");

    /**
     * @param since none for who has not reached it
     * @param holds whether the condition holds now; a level once reached stays all the same
     * @param progress from 0 to 1
     * @param figures what the condition asks of, as they are now
     * @param activities where they are listed
     */
    record Why(
            String level,
            PersonName agent,
            String condition,
            @Nullable Instant since,
            boolean holds,
            double progress,
            Map<String, Double> figures,
            String activities) {}

    /**
     * @param at the character that is wrong, from 1; none when nothing is
     * @param agents for how many at work it holds now
     */
    record Tried(
            @Nullable Integer at,
            @Nullable String message,
            @Nullable Integer agents) {}

    private final AgentLevelStore store;
    private final LifetimeFigures figures;
    private final PlayerSight sight;
    private final Competitors competitors;
    private final Figures sights;
    private final KpiActivityQuery activities;
    private final Clock clock;

    LevelReasons(
            AgentLevelStore store,
            LifetimeFigures figures,
            PlayerSight sight,
            Competitors competitors,
            Figures sights,
            KpiActivityQuery activities,
            Clock clock) {
        this.store = store;
        this.figures = figures;
        this.sight = sight;
        this.competitors = competitors;
        this.sights = sights;
        this.activities = activities;
        this.clock = clock;
    }

    /** @param reference an id, an address or me @throws Refusal not found, also of whose figures the caller may not see */
    Why why(Actor by, String id, String reference) {
        Level level = level(by, id);
        PersonName agent = sight.seen(by, reference);
        Map<String, Double> told = figures.of(by, List.of(agent.id())).getOrDefault(agent.id(), Map.of());
        LevelCondition condition = level.parsed();
        Map<String, Double> asked = new TreeMap<>();
        condition.variables().forEach(name -> {
            Double figure = told.get(name);
            if (figure != null) {
                asked.put(name, figure);
            }
        });
        Instant since = store.grants(by.workspace(), List.of(agent.id())).stream()
                .filter(grant -> grant.level().equals(id))
                .map(AgentLevelStore.Grant::at)
                .findFirst()
                .orElse(null);
        return new Why(
                id,
                agent,
                level.condition(),
                since,
                condition.holds(told),
                condition.progress(told),
                asked,
                "/api/v1/levels/" + id + "/activities?agent=" + agent.id());
    }

    /** What the figures of a level's condition are made of, newest first. */
    Page<KpiActivityQuery.Counted> activities(Actor by, String id, String reference, Slice slice) {
        Level level = level(by, id);
        UUID agent = sight.seen(by, reference).id();
        Set<ActivityKind> kinds = EnumSet.noneOf(ActivityKind.class);
        level.parsed().variables().forEach(name -> kinds.addAll(LifetimeFigures.kinds(name)));
        return kinds.isEmpty()
                ? new Page<>(List.of(), null)
                : activities.page(
                        by,
                        sights.sight(by),
                        new TimeSlice(BEGINNING, clock.instant().plusSeconds(1)),
                        new FigureFilter(Set.of(agent), Set.of(), Set.of(), null),
                        kinds,
                        slice);
    }

    /** For how many a condition would hold, or what is wrong with it. */
    Tried tried(Actor by, String condition) {
        by.mustHave(Permission.WORKSPACE_MANAGE);
        try {
            LevelCondition parsed = LevelCondition.parse(condition, LifetimeFigures.known());
            Map<UUID, Map<String, Double>> all =
                    new HashMap<>(figures.of(by, competitors.all(by.workspace()).keySet()));
            return new Tried(
                    null,
                    null,
                    Math.toIntExact(all.values().stream().filter(parsed::holds).count()));
        } catch (LevelCondition.Fault fault) {
            return new Tried(fault.position(), fault.getMessage(), null);
        }
    }

    private Level level(Actor by, String id) {
        return store.all(by.workspace()).stream()
                .filter(level -> level.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("level"));
    }
}
