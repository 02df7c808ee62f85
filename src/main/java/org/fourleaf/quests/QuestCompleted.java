package org.fourleaf.quests;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** An agent completed a quest. @param period the first day of it since 1970, 0 of one that is done once @param points and coins it is worth */
@Records(ActivityKind.QUEST_COMPLETED)
public record QuestCompleted(UUID agent, String quest, int period, int points, int coins) implements Fact {}
