package org.fourleaf.ratings;

import java.util.List;
import org.fourleaf.people.AgentTie;
import org.fourleaf.people.AgentTies;
import org.springframework.stereotype.Component;

/** Ratings of an erased agent count as before. */
@Component
class RatingAgentTies implements AgentTies {

    @Override
    public List<AgentTie> ties() {
        return List.of(
                AgentTie.kept("rating", "agent_id", "ratings keep their sums, by an id"),
                AgentTie.kept("rating", "invalidated_by", "an id"),
                AgentTie.kept("survey_sending", "agent_id", "surveys keep their sums, by an id"));
    }
}
