package org.fourleaf.quests;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/**
 * An agent completed a quest no more: something it was completed by turned out false.
 *
 * @param ticket what that was about, if a ticket
 * @param period as of its completion
 * @param points and coins that go with it, below zero
 */
@Records(ActivityKind.QUEST_UNDONE)
public record QuestUndone(UUID agent, @Nullable UUID ticket, String quest, int period, int points, int coins)
        implements Fact {}
