package org.fourleaf.attention;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.platform.live.LiveEvent;
import org.fourleaf.platform.live.LivePulse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells browsers at which tickets somebody began or ceased to look or to write. */
@Component
class AttentionPulse implements LivePulse {

    private static final int EVENTS_MAX = 500;

    private final AttentionStore store;

    AttentionPulse(AttentionStore store) {
        this.store = store;
    }

    @Override
    @Transactional(readOnly = true)
    public Felt since(UUID workspace, @Nullable String mark) {
        // Taken first: what commits meanwhile is told now and once more, which harms nobody.
        String now = store.snapshot();
        List<AttentionStore.Changed> changed =
                mark == null ? List.of() : store.changedSince(workspace, mark, EVENTS_MAX);
        return new Felt(
                changed.stream()
                        .map(ticket -> new LiveEvent(
                                "attention.changed", Map.of("code", ticket.code()), ticket.department(), null))
                        .toList(),
                now);
    }
}
