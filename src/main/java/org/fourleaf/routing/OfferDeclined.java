package org.fourleaf.routing;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** The agent would not have it. */
@Records(ActivityKind.OFFER_DECLINED)
public record OfferDeclined(UUID ticket, UUID agent, UUID department, UUID offer) implements Fact {}
