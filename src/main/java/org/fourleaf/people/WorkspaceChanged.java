package org.fourleaf.people;

import java.util.List;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** The workspace was edited. @param fields what changed, by name @param zoneBefore and {@code zone} only where its days begin at another hour now */
@Records(ActivityKind.WORKSPACE_CHANGED)
public record WorkspaceChanged(
        List<String> fields,
        @Nullable String zoneBefore,
        @Nullable String zone) implements Fact {

    public WorkspaceChanged {
        fields = List.copyOf(fields);
    }
}
