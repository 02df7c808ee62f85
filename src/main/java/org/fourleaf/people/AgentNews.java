package org.fourleaf.people;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.live.LiveEvent;
import org.fourleaf.platform.live.LiveNews;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Recorded;
import org.springframework.stereotype.Component;

/** Tells browsers that names, faces or skills of agents changed; once, however many did. */
@Component
class AgentNews implements LiveNews {

    private static final Set<ActivityKind> KINDS = EnumSet.of(
            ActivityKind.AGENT_ADDED,
            ActivityKind.AGENT_CHANGED,
            ActivityKind.AGENT_DEACTIVATED,
            ActivityKind.AGENT_ERASED,
            ActivityKind.SKILL_CHANGED);

    @Override
    public List<LiveEvent> of(UUID workspace, List<Recorded> lines) {
        return lines.stream().anyMatch(line -> KINDS.contains(line.kind()))
                ? List.of(new LiveEvent("agents.changed", Map.of(), null, null))
                : List.of();
    }
}
