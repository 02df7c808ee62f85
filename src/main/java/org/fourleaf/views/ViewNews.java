package org.fourleaf.views;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.platform.live.LiveEvent;
import org.fourleaf.platform.live.LiveNews;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Recorded;
import org.springframework.stereotype.Component;

/** Tells browsers that the views beside the inbox changed. */
@Component
class ViewNews implements LiveNews {

    @Override
    public List<LiveEvent> of(UUID workspace, List<Recorded> lines) {
        return lines.stream().anyMatch(line -> line.kind() == ActivityKind.VIEW_CHANGED)
                ? List.of(new LiveEvent("views.changed", Map.of(), null, null))
                : List.of();
    }
}
