package org.fourleaf.people;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.live.LiveEvent;
import org.fourleaf.platform.live.LiveNews;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Recorded;
import org.springframework.stereotype.Component;

/** Tells browsers whose presence changed. */
@Component
class PresenceNews implements LiveNews {

    @Override
    public List<LiveEvent> of(UUID workspace, List<Recorded> lines) {
        Set<UUID> changed = new LinkedHashSet<>();
        for (Recorded line : lines) {
            if (line.kind() == ActivityKind.PRESENCE_CHANGED && line.agent() != null && !line.imported()) {
                changed.add(line.agent());
            }
        }
        return changed.stream()
                .map(agent -> new LiveEvent("presence.changed", Map.of("agent", agent), null, null))
                .toList();
    }
}
