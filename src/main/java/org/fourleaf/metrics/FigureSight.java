package org.fourleaf.metrics;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose figures somebody may see: everybody's, or their own and those of the departments they lead.
 *
 * @param agent themselves
 * @param departments those they lead
 * @param members who is in those
 */
public record FigureSight(boolean all, @Nullable UUID agent, Set<UUID> departments, Set<UUID> members) {

    public FigureSight {
        departments = Set.copyOf(departments);
        members = Set.copyOf(members);
    }
}
