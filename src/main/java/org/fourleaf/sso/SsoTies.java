package org.fourleaf.sso;

import java.util.List;
import org.fourleaf.people.AgentTie;
import org.fourleaf.people.AgentTies;
import org.springframework.stereotype.Component;

/** No provider means an erased agent any more. */
@Component
class SsoTies implements AgentTies {

    @Override
    public List<AgentTie> ties() {
        return List.of(AgentTie.removed("sso_link", "agent_id"));
    }
}
