package org.fourleaf.routing;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** The ticket was no longer to be had, or the agent no longer there. */
@Records(ActivityKind.OFFER_WITHDRAWN)
public record OfferWithdrawn(UUID ticket, UUID agent, UUID department, UUID offer) implements Fact {}
