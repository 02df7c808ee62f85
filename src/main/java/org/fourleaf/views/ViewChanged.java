package org.fourleaf.views;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** A view was made, changed or removed. @param made whether it is new */
@Records(ActivityKind.VIEW_CHANGED)
public record ViewChanged(
        UUID view,
        Sharing sharing,
        boolean removed,
        @Nullable Boolean made) implements Fact {}
