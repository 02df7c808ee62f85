package org.fourleaf.notifications;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.platform.live.LiveEvent;
import org.fourleaf.platform.live.LivePulse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rings the bell in an agent's windows. */
@Component
class NotificationPulse implements LivePulse {

    private static final int EVENTS_MAX = 1_000;

    private final NotificationStore store;

    NotificationPulse(NotificationStore store) {
        this.store = store;
    }

    @Override
    @Transactional(readOnly = true)
    public Felt since(UUID workspace, @Nullable String mark) {
        String now = store.snapshot();
        List<NotificationStore.Changed> changed =
                mark == null ? List.of() : store.changedSince(workspace, mark, EVENTS_MAX);
        return new Felt(
                changed.stream()
                        .map(one -> new LiveEvent(
                                "notification.changed", Map.of("id", one.id().toString()), null, one.agent()))
                        .toList(),
                now);
    }
}
