package org.fourleaf.people;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.platform.live.LiveEvent;
import org.fourleaf.platform.live.LiveNews;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Recorded;
import org.springframework.stereotype.Component;

/** Tells browsers that the workspace is called otherwise, or that its days begin at another hour. */
@Component
class WorkspaceNews implements LiveNews {

    @Override
    public List<LiveEvent> of(UUID workspace, List<Recorded> lines) {
        return lines.stream().anyMatch(line -> line.kind() == ActivityKind.WORKSPACE_CHANGED)
                ? List.of(new LiveEvent("workspace.changed", Map.of(), null, null))
                : List.of();
    }
}
