package org.fourleaf.quests;

import java.util.List;
import org.fourleaf.game.PersonalRecords;
import org.springframework.stereotype.Component;

@Component
class QuestRecords implements PersonalRecords {

    @Override
    public List<Table> tables() {
        return List.of(
                Table.of("quest_progress", "quest_progress", "agent_id"),
                Table.of("quest_marks", "quest_mark", "agent_id"),
                Table.of("quests_done", "quest_done", "agent_id"));
    }
}
