package org.fourleaf.quests;

import java.util.List;
import org.fourleaf.people.AgentTie;
import org.fourleaf.people.AgentTies;
import org.springframework.stereotype.Component;

/** What was completed stays completed. */
@Component
class QuestTies implements AgentTies {

    @Override
    public List<AgentTie> ties() {
        return List.of(
                AgentTie.kept("quest_progress", "agent_id", "numbers, by an id"),
                AgentTie.kept("quest_mark", "agent_id", "what counted, by an id; forgotten by age"),
                AgentTie.kept("quest_done", "agent_id", "what was won, by an id"));
    }
}
