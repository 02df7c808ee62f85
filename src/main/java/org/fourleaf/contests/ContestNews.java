package org.fourleaf.contests;

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

/** Tells browsers that contests changed; once, however many did. */
@Component
class ContestNews implements LiveNews {

    private static final Set<ActivityKind> KINDS = EnumSet.of(
            ActivityKind.CONTEST_OPENED,
            ActivityKind.CONTEST_CLOSED,
            ActivityKind.CONTEST_FINALISED,
            ActivityKind.CONTEST_CHANGED);

    @Override
    public List<LiveEvent> of(UUID workspace, List<Recorded> lines) {
        return lines.stream().anyMatch(line -> KINDS.contains(line.kind()))
                ? List.of(new LiveEvent("contests.changed", Map.of(), null, null))
                : List.of();
    }
}
