package org.fourleaf.quests;

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

/** Tells browsers that a quest changed, was completed or is no more; once, however many were. */
@Component
class QuestNews implements LiveNews {

    private static final Set<ActivityKind> KINDS =
            EnumSet.of(ActivityKind.QUEST_COMPLETED, ActivityKind.QUEST_UNDONE, ActivityKind.QUEST_CHANGED);

    @Override
    public List<LiveEvent> of(UUID workspace, List<Recorded> lines) {
        return lines.stream().anyMatch(line -> KINDS.contains(line.kind()))
                ? List.of(new LiveEvent("quests.changed", Map.of(), null, null))
                : List.of();
    }
}
