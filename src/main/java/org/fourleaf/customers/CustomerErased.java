package org.fourleaf.customers;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** Everything about a customer is taken away; their tickets stay without names, addresses and words. */
@Records(ActivityKind.CUSTOMER_ERASED)
public record CustomerErased(UUID customer) implements Fact {}
