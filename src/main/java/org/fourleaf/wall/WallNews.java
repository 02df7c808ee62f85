package org.fourleaf.wall;

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

/** Tells browsers that the wall changed; once, however much did. */
@Component
class WallNews implements LiveNews {

    private static final Set<ActivityKind> KINDS = EnumSet.of(
            ActivityKind.WALL_GREW,
            ActivityKind.WALL_LIKED,
            ActivityKind.WALL_COMMENTED,
            ActivityKind.WALL_COMMENT_HIDDEN,
            ActivityKind.QUEST_UNDONE,
            ActivityKind.KUDOS_WITHDRAWN,
            ActivityKind.PRAISE_WITHDRAWN);

    @Override
    public List<LiveEvent> of(UUID workspace, List<Recorded> lines) {
        return lines.stream().anyMatch(line -> KINDS.contains(line.kind()))
                ? List.of(new LiveEvent("wall.changed", Map.of(), null, null))
                : List.of();
    }
}
