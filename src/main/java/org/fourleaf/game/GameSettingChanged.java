package org.fourleaf.game;

import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** Somebody chose how badges are set. */
@Records(ActivityKind.GAME_SETTING_CHANGED)
record GameSettingChanged(String preset) implements Fact {}
