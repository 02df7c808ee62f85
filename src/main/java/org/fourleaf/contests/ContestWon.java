package org.fourleaf.contests;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** An agent won a prize in a contest, alone or with their team. @param place their rank */
@Records(ActivityKind.CONTEST_WON)
public record ContestWon(UUID agent, UUID contest, int place, int points, int coins) implements Fact {}
