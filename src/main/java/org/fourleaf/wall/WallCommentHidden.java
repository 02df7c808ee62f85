package org.fourleaf.wall;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** A lead hid an entry or a comment, or showed it again. @param comment none of the entry itself */
@Records(ActivityKind.WALL_COMMENT_HIDDEN)
record WallCommentHidden(UUID entry, @Nullable UUID comment, boolean hidden) implements Fact {}
