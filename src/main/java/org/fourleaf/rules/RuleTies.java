package org.fourleaf.rules;

import java.util.List;
import org.fourleaf.people.AgentTie;
import org.fourleaf.people.AgentTies;
import org.springframework.stereotype.Component;

/** Rules know an erased agent by an id, as they know a deactivated one. */
@Component
class RuleTies implements AgentTies {

    @Override
    public List<AgentTie> ties() {
        return List.of(AgentTie.kept("rule_todo", "by_id", "who did what a rule waits for; gone within seconds"));
    }
}
