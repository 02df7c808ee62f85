package org.fourleaf.boards;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.platform.live.LiveEvent;
import org.fourleaf.platform.live.LivePulse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells browsers that more was counted, so that open boards are fetched again: after it was counted, never before. */
@Component
class BoardPulse implements LivePulse {

    private final ReadingQuery reading;

    BoardPulse(ReadingQuery reading) {
        this.reading = reading;
    }

    @Override
    @Transactional(readOnly = true)
    public Felt since(UUID workspace, @Nullable String mark) {
        String now = reading.position(workspace);
        boolean moved = mark != null && !mark.equals(now);
        return new Felt(moved ? List.of(new LiveEvent("boards.changed", Map.of(), null, null)) : List.of(), now);
    }
}
