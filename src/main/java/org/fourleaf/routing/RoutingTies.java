package org.fourleaf.routing;

import java.util.List;
import org.fourleaf.people.AgentTie;
import org.fourleaf.people.AgentTies;
import org.springframework.stereotype.Component;

/** Nothing is given to an erased agent; how much was resolved stays. */
@Component
class RoutingTies implements AgentTies {

    @Override
    public List<AgentTie> ties() {
        return List.of(
                AgentTie.removed("agent_routing", "agent_id"),
                AgentTie.removed("agent_turn", "agent_id"),
                AgentTie.removed("ticket_claim", "agent_id"),
                AgentTie.kept("ticket_claim", "assignee_before", "whose it becomes again; gone within minutes"),
                AgentTie.removed("customer_server", "agent_id"),
                AgentTie.kept("ticket_offer", "agent_id", "an id; gone within days"),
                AgentTie.kept("resolved_day", "agent_id", "how much a department resolves is reckoned from it"));
    }
}
