package org.fourleaf.coaching;

import java.util.List;
import org.fourleaf.game.PersonalRecords;
import org.springframework.stereotype.Component;

@Component
class CoachingRecords implements PersonalRecords {

    @Override
    public List<Table> tables() {
        return List.of(
                Table.of("goals", "coaching_goal", "agent_id", "author_id"),
                Table.of("coaching", "coaching_note", "agent_id", "author_id").forNobodyElse(),
                Table.of("coaching_answers", "coaching_reply", "author_id").forNobodyElse());
    }
}
