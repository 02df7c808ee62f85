package org.fourleaf.shop;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** An agent's order was approved, handed out, refused, refunded or cancelled. @param cost coins that went back with the last three */
@Records(ActivityKind.ORDER_CHANGED)
public record OrderChanged(UUID agent, UUID order, UUID item, OrderState from, OrderState state, int cost)
        implements Fact {}
