package org.fourleaf.badges;

import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** Somebody made or changed a badge. */
@Records(ActivityKind.BADGE_CHANGED)
record BadgeChanged(String badge, boolean made) implements Fact {}
