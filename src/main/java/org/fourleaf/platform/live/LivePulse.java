package org.fourleaf.platform.live;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What lives too short for the log, such as who looks at what. Asked whenever a workspace's streams look at the log: within a second,
 * and at once when its bell is rung. Called outside any transaction, in the workspace.
 */
public interface LivePulse {

    /** What happened, and the mark to ask on from. */
    record Felt(List<LiveEvent> events, String mark) {

        public Felt {
            events = List.copyOf(events);
        }
    }

    /** @param mark where the last look ended; none at the first, which only sets the mark */
    Felt since(UUID workspace, @Nullable String mark);
}
