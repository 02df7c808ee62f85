package org.fourleaf.shop;

import java.time.Clock;
import java.util.UUID;
import org.fourleaf.coins.Purse;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An agent buys something: the item off the shelf, the coins out of the purse and the order together, or nothing of it. */
@Component
@Transactional
class ShopBuying {

    private final ShopStore items;
    private final OrderStore orders;
    private final Purse purse;
    private final Log log;
    private final Clock clock;

    ShopBuying(ShopStore items, OrderStore orders, Purse purse, Log log, Clock clock) {
        this.items = items;
        this.orders = orders;
        this.purse = purse;
        this.log = log;
        this.clock = clock;
    }

    /**
     * @param cost what the buyer thinks it costs, none for whatever it does
     * @throws Refusal conflict when it is sold out, costs something else, is more than one agent may have, or than the coins suffice for
     */
    ShopOrder buy(Actor by, UUID id, @Nullable Integer cost, String wish) {
        UUID agent = by.agentId();
        ShopItem item = items.take(by.workspace(), id).orElseThrow(() -> notTaken(by, id));
        if (cost != null && cost != item.cost()) {
            throw Refusal.conflict("price-changed", "It costs " + item.cost() + " coins now.");
        }
        // The item's row is held: what the same agent buys in another tab was either counted here or waits.
        int mine = items.bought(by.workspace(), agent, id).getOrDefault(id, 0);
        if (item.perAgentMax() != null && mine >= item.perAgentMax()) {
            throw Refusal.conflict("limit-reached", "One agent may have " + item.perAgentMax() + " of this.");
        }
        ShopOrder order = new ShopOrder(
                Ids.next(),
                id,
                item.name(),
                item.texts(),
                agent,
                item.cost(),
                wish,
                item.approval() ? OrderState.WAITING : OrderState.APPROVED,
                clock.instant(),
                1);
        purse.pay(by, agent, item.cost(), order.id());
        orders.insert(by.workspace(), order, agent);
        log.write(by, new OrderPlaced(agent, order.id(), id, order.state(), order.cost()), order.at());
        return order;
    }

    private Refusal notTaken(Actor by, UUID id) {
        return items.find(by.workspace(), id)
                .filter(ShopItem::active)
                .map(item -> Refusal.conflict("sold-out", "Nothing is left of this."))
                .orElseGet(() -> Refusal.notFound("item"));
    }
}
