package org.fourleaf.boards;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may see of others on boards.
 *
 * @param whole all ranks with all names: a lead's
 * @param full all ranks, if they like
 * @param anonymous others have no names
 * @param hidden who left public boards and is not theirs to lead
 */
public record BoardSight(@Nullable UUID self, boolean whole, boolean full, boolean anonymous, Set<UUID> hidden) {

    public BoardSight {
        hidden = Set.copyOf(hidden);
    }

    /** Whether somebody may stand there at all. */
    public boolean sees(UUID agent) {
        return !hidden.contains(agent);
    }

    public boolean names(UUID agent) {
        return sees(agent) && (whole || !anonymous || agent.equals(self));
    }
}
