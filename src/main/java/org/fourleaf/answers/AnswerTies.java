package org.fourleaf.answers;

import java.util.List;
import org.fourleaf.people.AgentTie;
import org.fourleaf.people.AgentTies;
import org.springframework.stereotype.Component;

/** Answers an erased agent had for themselves go. */
@Component
class AnswerTies implements AgentTies {

    @Override
    public List<AgentTie> ties() {
        return List.of(AgentTie.removed("predefined_answer", "agent_id"));
    }
}
