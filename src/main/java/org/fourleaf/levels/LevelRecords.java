package org.fourleaf.levels;

import java.util.List;
import org.fourleaf.game.PersonalRecords;
import org.springframework.stereotype.Component;

@Component
class LevelRecords implements PersonalRecords {

    @Override
    public List<Table> tables() {
        return List.of(
                Table.of("levels", "level_grant", "agent_id"), Table.of("level_checks", "level_check", "agent_id"));
    }
}
