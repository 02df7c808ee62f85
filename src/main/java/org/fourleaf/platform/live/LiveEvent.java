package org.fourleaf.platform.live;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a browser may want to fetch again: a name and versions, never state.
 *
 * @param department whose tickets one must be allowed to see; none for everybody
 * @param agent the only one it is meant for; none for all
 */
public record LiveEvent(
        String name,
        Map<String, Object> data,
        @Nullable UUID department,
        @Nullable UUID agent) {

    public LiveEvent {
        data = Map.copyOf(data);
    }
}
