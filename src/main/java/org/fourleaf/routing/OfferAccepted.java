package org.fourleaf.routing;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** The agent took it, after so many seconds. */
@Records(ActivityKind.OFFER_ACCEPTED)
public record OfferAccepted(UUID ticket, UUID agent, UUID department, UUID offer, long seconds) implements Fact {}
