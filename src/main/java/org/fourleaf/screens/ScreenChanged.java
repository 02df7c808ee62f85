package org.fourleaf.screens;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** Somebody did something about a screen. @param what made, changed, given a new link, or removed */
@Records(ActivityKind.SCREEN_CHANGED)
record ScreenChanged(UUID screen, String what) implements Fact {}
