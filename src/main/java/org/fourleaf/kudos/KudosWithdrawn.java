package org.fourleaf.kudos;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** Thanks were taken back. @param points and coins that go with it, below zero */
@Records(ActivityKind.KUDOS_WITHDRAWN)
public record KudosWithdrawn(UUID agent, UUID kudos, int points, int coins) implements Fact {}
