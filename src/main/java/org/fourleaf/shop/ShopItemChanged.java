package org.fourleaf.shop;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** What the shop has was added, changed or removed. */
@Records(ActivityKind.SHOP_ITEM_CHANGED)
public record ShopItemChanged(UUID item, int cost, boolean active, boolean removed) implements Fact {}
