package org.fourleaf.badges;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** A rule gave an agent points for a ticket. */
@Records(ActivityKind.AWARD_GIVEN)
public record AwardGiven(UUID agent, UUID ticket, UUID department, int points) implements Fact {}
