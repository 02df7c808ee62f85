package org.fourleaf.levels;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.fourleaf.game.Competitors;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Grants levels to those who did enough, and changes what is enough. A level once reached stays, whatever is asked later. */
@Component
@Transactional
class LevelGranting {

    private static final int AGENTS_AT_ONCE = 100;

    private final AgentLevelStore store;
    private final LifetimeFigures figures;
    private final Competitors competitors;
    private final Log log;
    private final Clock clock;

    LevelGranting(AgentLevelStore store, LifetimeFigures figures, Competitors competitors, Log log, Clock clock) {
        this.store = store;
        this.figures = figures;
        this.competitors = competitors;
        this.log = log;
        this.clock = clock;
    }

    /** Those who did something lately. @return whether there may be more */
    boolean grantDue(Actor by) {
        List<UUID> due = store.due(by.workspace(), clock.instant(), AGENTS_AT_ONCE);
        grant(by, due);
        return due.size() == AGENTS_AT_ONCE;
    }

    /** Everybody at work, for all that was. @return how many levels were granted */
    int playHistory(Actor by) {
        by.mustHave(Permission.WORKSPACE_MANAGE);
        int granted = grant(by, competitors.all(by.workspace()).keySet());
        log.write(by, new HistoryPlayed(granted));
        return granted;
    }

    private int grant(Actor by, Collection<UUID> agents) {
        if (agents.isEmpty()) {
            return 0;
        }
        int granted = 0;
        Map<UUID, Set<String>> had = new HashMap<>();
        store.grants(by.workspace(), agents)
                .forEach(grant -> had.computeIfAbsent(grant.agent(), made -> new HashSet<>())
                        .add(grant.level()));
        List<Level> levels = store.all(by.workspace());
        for (Map.Entry<UUID, Map<String, Double>> each : figures.of(by, agents).entrySet()) {
            for (Level level : levels) {
                if (!had.getOrDefault(each.getKey(), Set.of()).contains(level.id())
                        && level.parsed().holds(each.getValue())
                        && store.grant(
                                by.workspace(),
                                new AgentLevelStore.Grant(each.getKey(), level.id(), clock.instant()))) {
                    log.write(Actor.clock(by.workspace()), new LevelReached(each.getKey(), level.id()));
                    granted++;
                }
            }
        }
        return granted;
    }

    /** @throws Refusal invalid with the place of what is wrong in a condition, stale when another version is there */
    void change(Actor by, String id, @Nullable Long expectedVersion, UnaryOperator<Level> change) {
        by.mustHave(Permission.WORKSPACE_MANAGE);
        Level was = store.all(by.workspace()).stream()
                .filter(level -> level.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("level"));
        if (expectedVersion != null && expectedVersion != was.version()) {
            throw Refusal.stale();
        }
        Level is = change.apply(was);
        try {
            is.parsed();
        } catch (LevelCondition.Fault fault) {
            throw Refusal.invalid("/condition", String.valueOf(fault.getMessage()));
        }
        if (!store.save(by.workspace(), is)) {
            throw Refusal.stale();
        }
        log.write(by, new LevelChanged(id));
    }
}
