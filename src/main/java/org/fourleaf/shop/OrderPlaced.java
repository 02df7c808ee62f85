package org.fourleaf.shop;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** An agent bought something in the shop. @param state waiting, or approved where nobody is asked @param cost coins paid */
@Records(ActivityKind.ORDER_PLACED)
public record OrderPlaced(UUID agent, UUID order, UUID item, OrderState state, int cost) implements Fact {}
