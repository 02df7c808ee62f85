package org.fourleaf.badges;

import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** Somebody had a past played for so many badges. @param to the day after the last */
@Records(ActivityKind.BADGES_PLAYED)
record BadgesPlayed(String from, String to, int badges) implements Fact {}
