package org.fourleaf.coaching;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** An agent has a goal, or the people of a department have one. */
@Records(ActivityKind.GOAL_SET)
public record GoalSet(@Nullable UUID agent, @Nullable UUID department, UUID goal) implements Fact {}
