package org.fourleaf.customers;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** A customer or a company was added or edited. */
@Records(ActivityKind.CUSTOMER_CHANGED)
public record CustomerChanged(
        @Nullable UUID customer, @Nullable UUID company, boolean added) implements Fact {}
