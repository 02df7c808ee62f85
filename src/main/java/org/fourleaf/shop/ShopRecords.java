package org.fourleaf.shop;

import java.util.List;
import org.fourleaf.game.PersonalRecords;
import org.springframework.stereotype.Component;

@Component
class ShopRecords implements PersonalRecords {

    @Override
    public List<Table> tables() {
        return List.of(
                Table.of("shop_orders", "shop_order", "agent_id"),
                Table.of("shop_order_steps", "shop_order_step", "by_id"));
    }
}
