package org.fourleaf.wall;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** Somebody made, changed or removed a chat the wall is posted to. */
@Records(ActivityKind.WALL_OUTLET_CHANGED)
record WallOutletChanged(UUID outlet, boolean removed) implements Fact {}
