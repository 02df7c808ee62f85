package org.fourleaf.slas;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.conditions.Condition;
import org.jspecify.annotations.Nullable;

/**
 * All levels of a workspace as clocks and rules need them; remembered by {@link LevelBooks}.
 *
 * @param page its edition
 * @param names of deleted levels too
 * @param successors of deleted levels; none where nothing took their place
 * @param rules those that are active, in their order
 */
record LevelBook(
        long page,
        Map<UUID, Terms> terms,
        Map<UUID, String> names,
        Map<UUID, @Nullable UUID> successors,
        List<Rule> rules,
        Map<UUID, UUID> departments) {

    record Rule(UUID id, UUID level, Condition condition) {}

    boolean knows(UUID level) {
        return terms.containsKey(level) || successors.containsKey(level);
    }
}
