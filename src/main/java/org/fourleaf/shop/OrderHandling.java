package org.fourleaf.shop;

import java.time.Clock;
import java.util.UUID;
import org.fourleaf.coins.Purse;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Orders go on: whoever has {@link Permission#REWARDS_MANAGE} approves, refuses, hands out and refunds; the buyer takes back what is not
 * handed out yet. One's own order somebody else handles, unless one manages the workspace.
 */
@Component
@Transactional
class OrderHandling {

    private final OrderStore orders;
    private final ShopStore items;
    private final Purse purse;
    private final Log log;
    private final Clock clock;

    OrderHandling(OrderStore orders, ShopStore items, Purse purse, Log log, Clock clock) {
        this.orders = orders;
        this.items = items;
        this.purse = purse;
        this.log = log;
        this.clock = clock;
    }

    /** @throws Refusal conflict when it stands where this can't follow, or somebody was faster */
    ShopOrder become(Actor by, ShopOrder order, OrderState state, String note) {
        mustBeAllowed(by, order, state);
        if (!order.state().next().contains(state)) {
            throw Refusal.conflict(
                    "not-possible", "The order is " + order.state().json() + "; it can't be " + state.json() + ".");
        }
        end(by, order, state, note);
        return orders.find(by.workspace(), order.id()).orElseThrow();
    }

    /** What an agent who goes still waits for. */
    void cancelOpen(Actor by, UUID agent) {
        orders.open(by.workspace(), agent).forEach(order -> end(by, order, OrderState.CANCELLED, ""));
    }

    private void end(Actor by, ShopOrder order, OrderState state, String note) {
        if (!orders.become(
                by.workspace(),
                order,
                new ShopOrder.Step(state, clock.instant(), by.isAgent() ? by.id() : null, note))) {
            throw Refusal.conflict("not-possible", "Somebody else has just changed this order.");
        }
        if (state.givesBack()) {
            // The item before the purse, as in buying: two that meet wait in the same order.
            if (order.state() != OrderState.FULFILLED) {
                items.putBack(by.workspace(), order.item());
            }
            purse.giveBack(by, order.agent(), order.cost(), order.id());
        }
        log.write(by, new OrderChanged(order.agent(), order.id(), order.item(), order.state(), state, order.cost()));
    }

    private static void mustBeAllowed(Actor by, ShopOrder order, OrderState state) {
        boolean own = order.agent().equals(by.id());
        if (state == OrderState.CANCELLED) {
            if (!own) {
                throw Refusal.forbidden("not-yours", "Only the buyer takes an order back; refuse or refund it.");
            }
            return;
        }
        by.mustHave(Permission.REWARDS_MANAGE);
        if (own && !by.may(Permission.WORKSPACE_MANAGE)) {
            throw Refusal.forbidden("own-order", "Somebody else handles your own orders.");
        }
    }
}
