package org.fourleaf.kudos;

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

/** Tells browsers that somebody was thanked, or is no more; once, however many were. */
@Component
class KudosNews implements LiveNews {

    private static final Set<ActivityKind> KINDS =
            EnumSet.of(ActivityKind.KUDOS_GIVEN, ActivityKind.KUDOS_WITHDRAWN, ActivityKind.KUDOS_SETTING_CHANGED);

    @Override
    public List<LiveEvent> of(UUID workspace, List<Recorded> lines) {
        return lines.stream().anyMatch(line -> KINDS.contains(line.kind()))
                ? List.of(new LiveEvent("kudos.changed", Map.of(), null, null))
                : List.of();
    }
}
