package org.fourleaf.wall;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** A colleague likes what an agent is praised for. @param agent none of a contest */
@Records(ActivityKind.WALL_LIKED)
record WallLiked(@Nullable UUID agent, UUID entry) implements Fact {}
