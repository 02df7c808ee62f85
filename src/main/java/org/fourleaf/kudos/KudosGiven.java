package org.fourleaf.kudos;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** A colleague thanked an agent, for what they did in a ticket perhaps. @param points and coins that come with it */
@Records(ActivityKind.KUDOS_GIVEN)
public record KudosGiven(UUID agent, UUID kudos, @Nullable UUID aboutTicket, int points, int coins) implements Fact {}
