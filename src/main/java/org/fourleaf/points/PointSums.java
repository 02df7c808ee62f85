package org.fourleaf.points;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.game.PlayerSight;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.log.LogRereading;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What points come to. Whoever asks sees that nobody is told who may not know: see {@link PlayerSight}. */
@Component
@Transactional(readOnly = true)
public class PointSums {

    /** What one rule gave, less what was taken back. @param entries without those that took back */
    public record ByRule(String rule, long points, long entries) {}

    private final PointSumQuery query;
    private final LogRereading rereading;

    PointSums(PointSumQuery query, LogRereading rereading) {
        this.query = query;
        this.rereading = rereading;
    }

    /** By agent; who never had any is not in it. */
    public Map<UUID, Long> lifetime(UUID workspace, Collection<UUID> agents) {
        return query.lifetime(workspace, agents);
    }

    /** By agent, from one day to another, that one not in it. */
    public Map<UUID, Long> between(UUID workspace, LocalDate from, LocalDate to) {
        return query.between(workspace, from, to);
    }

    /** When each agent got or lost points last in a period. */
    public Map<UUID, Instant> last(UUID workspace, LocalDate from, LocalDate to) {
        return query.last(workspace, from, to);
    }

    /** From one day to another, that one not in it; most points first. */
    public List<ByRule> byRule(UUID workspace, UUID agent, LocalDate from, LocalDate to) {
        return query.byRule(workspace, agent, from, to);
    }

    /** The days an agent got or lost points. */
    public NavigableMap<LocalDate, Long> byDay(UUID workspace, UUID agent) {
        return query.byDay(workspace, agent);
    }

    /** The months in which an agent got or lost points by their first day, latest first. */
    public Map<LocalDate, Long> seasons(UUID workspace, UUID agent) {
        return query.seasons(workspace, agent);
    }

    /** The first day anybody got points. */
    public Optional<LocalDate> first(UUID workspace) {
        return query.first(workspace);
    }

    /** Whether everything that was in the log when the bound was taken has been given and taken back. */
    @Transactional
    public boolean haveCounted(Actor by, String bound) {
        return rereading.hasRead(by.workspace(), PointKeeping.NAME, bound);
    }
}
