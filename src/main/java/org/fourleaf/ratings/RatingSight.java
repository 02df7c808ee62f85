package org.fourleaf.ratings;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose ratings somebody sees: their own, those of departments they lead, or all.
 *
 * @param manages may invalidate any
 */
record RatingSight(boolean all, boolean manages, @Nullable UUID agent, List<UUID> led) {

    RatingSight {
        led = List.copyOf(led);
    }

    boolean sees(@Nullable UUID rated, @Nullable UUID department) {
        return all || leads(department) || (agent != null && agent.equals(rated));
    }

    boolean mayInvalidate(@Nullable UUID rated, @Nullable UUID department) {
        return manages || (leads(department) && (agent == null || !agent.equals(rated)));
    }

    private boolean leads(@Nullable UUID department) {
        return department != null && led.contains(department);
    }
}
