package org.fourleaf.attention;

import java.util.List;
import org.fourleaf.people.AgentTie;
import org.fourleaf.people.AgentTies;
import org.springframework.stereotype.Component;

/** What an erased agent had on screen goes; how long tickets were looked at stays. */
@Component
class AttentionTies implements AgentTies {

    @Override
    public List<AgentTie> ties() {
        return List.of(
                AgentTie.removed("ticket_attention", "agent_id"),
                AgentTie.removed("view_clock", "agent_id"),
                AgentTie.removed("viewing", "agent_id"),
                AgentTie.kept("view_time", "agent_id", "how long a ticket was looked at is a figure"));
    }
}
