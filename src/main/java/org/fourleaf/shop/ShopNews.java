package org.fourleaf.shop;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.live.LiveEvent;
import org.fourleaf.platform.live.LiveNews;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Recorded;
import org.springframework.stereotype.Component;

/** Tells browsers that the shelves or the orders changed; once, however many did. */
@Component
class ShopNews implements LiveNews {

    private static final Set<ActivityKind> KINDS = EnumSet.of(
            ActivityKind.ORDER_PLACED,
            ActivityKind.ORDER_CHANGED,
            ActivityKind.SHOP_ITEM_CHANGED,
            ActivityKind.COINS_GRANTED);

    @Override
    public List<LiveEvent> of(UUID workspace, List<Recorded> lines) {
        return lines.stream().anyMatch(line -> KINDS.contains(line.kind()))
                ? List.of(new LiveEvent("shop.changed", Map.of(), null, null))
                : List.of();
    }
}
