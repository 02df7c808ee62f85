package org.fourleaf.kudos;

import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** How many kudos an agent may give in a month, and what comes with one. */
@Records(ActivityKind.KUDOS_SETTING_CHANGED)
public record KudosSettingChanged(int perMonth, int points, int coins) implements Fact {}
