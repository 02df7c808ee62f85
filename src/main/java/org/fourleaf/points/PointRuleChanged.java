package org.fourleaf.points;

import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** Somebody changed what gives points. */
@Records(ActivityKind.POINT_RULE_CHANGED)
record PointRuleChanged(String rule, int points, int perDayMax, boolean active) implements Fact {}
