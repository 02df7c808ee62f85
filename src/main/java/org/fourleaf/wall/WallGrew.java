package org.fourleaf.wall;

import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** There is more on the wall. @param entries how many */
@Records(ActivityKind.WALL_GREW)
record WallGrew(int entries) implements Fact {}
