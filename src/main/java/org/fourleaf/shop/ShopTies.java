package org.fourleaf.shop;

import java.util.List;
import org.fourleaf.people.AgentTie;
import org.fourleaf.people.AgentTies;
import org.fourleaf.people.ErasedAgent;
import org.fourleaf.platform.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Orders keep what they cost; the wishes of an erased agent go, and what was noted about their orders. */
@Component
class ShopTies implements AgentTies {

    private final OrderStore orders;

    ShopTies(OrderStore orders) {
        this.orders = orders;
    }

    @Override
    public List<AgentTie> ties() {
        return List.of(
                AgentTie.emptied("shop_order", "agent_id", "wish"),
                AgentTie.kept("shop_order_step", "by_id", "who handled it, by an id"),
                AgentTie.unnamed("shop_order_step", "note"));
    }

    @Override
    public @Nullable String erase(Actor by, ErasedAgent who, @Nullable String place) {
        orders.forgetNotes(by.workspace(), who.agent());
        return null;
    }
}
