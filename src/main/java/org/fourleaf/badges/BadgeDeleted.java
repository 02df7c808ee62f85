package org.fourleaf.badges;

import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** Somebody deleted a badge of the workspace's own. */
@Records(ActivityKind.BADGE_DELETED)
record BadgeDeleted(String badge) implements Fact {}
