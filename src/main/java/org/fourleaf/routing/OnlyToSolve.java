package org.fourleaf.routing;

import org.fourleaf.platform.Actor;
import org.fourleaf.tickets.AnsweringRule;
import org.springframework.stereotype.Component;

/** Some agents answer only what To solve or an offer gave them. */
@Component
class OnlyToSolve implements AnsweringRule {

    private final AgentRoutingStore store;

    OnlyToSolve(AgentRoutingStore store) {
        this.store = store;
    }

    @Override
    public boolean onlyOwn(Actor by) {
        return by.isAgent() && store.of(by.workspace(), by.agentId()).onlyToSolve();
    }
}
