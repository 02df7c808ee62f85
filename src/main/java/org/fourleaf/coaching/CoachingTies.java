package org.fourleaf.coaching;

import java.util.List;
import org.fourleaf.people.AgentTie;
import org.fourleaf.people.AgentTies;
import org.springframework.stereotype.Component;

/** What leads wrote to an erased agent goes, and what they were to reach; what they wrote to others is the others'. */
@Component
class CoachingTies implements AgentTies {

    @Override
    public List<AgentTie> ties() {
        return List.of(
                AgentTie.removed("coaching_note", "agent_id"),
                AgentTie.kept("coaching_note", "author_id", "the note is the other agent's"),
                AgentTie.removed("coaching_goal", "agent_id"),
                AgentTie.kept("coaching_goal", "author_id", "the goal is the other agent's or the department's"),
                AgentTie.kept("coaching_reply", "author_id", "belongs to a note that stays; others go with theirs"),
                AgentTie.unnamed("coaching_note", "words"),
                AgentTie.unnamed("coaching_reply", "words"),
                AgentTie.unnamed("coaching_goal", "words"));
    }
}
