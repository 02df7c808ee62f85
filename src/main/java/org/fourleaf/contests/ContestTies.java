package org.fourleaf.contests;

import java.util.List;
import org.fourleaf.people.AgentTie;
import org.fourleaf.people.AgentTies;
import org.springframework.stereotype.Component;

/** A contest stays won as it was. */
@Component
class ContestTies implements AgentTies {

    @Override
    public List<AgentTie> ties() {
        return List.of(
                AgentTie.kept("contest", "participants", "ids of who took part"),
                AgentTie.kept("contest_result", "participant_id", "how it ended, by an id"),
                AgentTie.kept("contest_winner", "agent_id", "who won, by an id"));
    }
}
