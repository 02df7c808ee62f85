package org.fourleaf.invitations;

import java.util.List;
import org.fourleaf.people.AgentTie;
import org.fourleaf.people.AgentTies;
import org.springframework.stereotype.Component;

/** Links by which an erased agent could come in go. */
@Component
class AccessLinkTies implements AgentTies {

    @Override
    public List<AgentTie> ties() {
        return List.of(AgentTie.removed("access_link", "agent_id"));
    }
}
