package org.fourleaf.routing;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** The agent said nothing in time. */
@Records(ActivityKind.OFFER_MISSED)
public record OfferMissed(UUID ticket, UUID agent, UUID department, UUID offer) implements Fact {}
