package org.fourleaf.customers;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** Another customer turned out to be this one: their addresses and tickets are this one's from now on. */
@Records(ActivityKind.CUSTOMERS_MERGED)
public record CustomersMerged(UUID customer, UUID from) implements Fact {}
