package org.fourleaf.shop;

import java.util.UUID;
import org.fourleaf.people.AgentLeaving;
import org.fourleaf.people.Handover;
import org.fourleaf.platform.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Nothing is kept for who went: it goes back to the shelf. */
@Component
class ShopAgentLeaving implements AgentLeaving {

    private final OrderHandling handling;

    ShopAgentLeaving(OrderHandling handling) {
        this.handling = handling;
    }

    @Override
    public void leave(Actor by, UUID agent, @Nullable Handover handover) {
        handling.cancelOpen(by, agent);
    }
}
