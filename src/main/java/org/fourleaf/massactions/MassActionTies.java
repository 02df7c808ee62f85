package org.fourleaf.massactions;

import java.util.List;
import org.fourleaf.people.AgentTie;
import org.fourleaf.people.AgentTies;
import org.springframework.stereotype.Component;

/** What was done to tickets stays done. */
@Component
class MassActionTies implements AgentTies {

    @Override
    public List<AgentTie> ties() {
        return List.of(AgentTie.kept("mass_action", "agent_id", "what was done to tickets, by an id"));
    }
}
