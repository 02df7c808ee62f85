package org.fourleaf.quests;

import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** A quest was made, changed or removed. */
@Records(ActivityKind.QUEST_CHANGED)
public record QuestChanged(String quest, boolean active, boolean removed) implements Fact {}
