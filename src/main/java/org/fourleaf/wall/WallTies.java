package org.fourleaf.wall;

import java.util.List;
import org.fourleaf.people.AgentTie;
import org.fourleaf.people.AgentTies;
import org.springframework.stereotype.Component;

/** What an erased agent won stays on the wall as nobody's; what they said goes, and their name from what others said. */
@Component
class WallTies implements AgentTies {

    @Override
    public List<AgentTie> ties() {
        return List.of(
                AgentTie.kept("wall_entry", "agent_id", "what was won stays won, by an id"),
                AgentTie.kept("wall_entry", "by_id", "whose gift or thanks it was, by an id"),
                AgentTie.kept("wall_entry", "hidden_by", "an id"),
                AgentTie.kept("wall_like", "agent_id", "likes keep their number"),
                AgentTie.removed("wall_comment", "agent_id"),
                AgentTie.kept("wall_comment", "hidden_by", "an id"),
                AgentTie.unnamed("wall_comment", "text"));
    }
}
