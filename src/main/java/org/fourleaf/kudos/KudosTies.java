package org.fourleaf.kudos;

import java.util.List;
import org.fourleaf.people.AgentTie;
import org.fourleaf.people.AgentTies;
import org.springframework.stereotype.Component;

/** Kudos keep their number; the words to an erased agent go, and their name from what others were told. */
@Component
class KudosTies implements AgentTies {

    @Override
    public List<AgentTie> ties() {
        return List.of(
                AgentTie.emptied("kudos", "to_id", "message"),
                AgentTie.kept("kudos", "from_id", "the thanks are the other one's"),
                AgentTie.kept("kudos", "withdrawn_by", "an id"),
                AgentTie.kept("kudos_month", "agent_id", "how many were given"),
                AgentTie.unnamed("kudos", "message"));
    }
}
