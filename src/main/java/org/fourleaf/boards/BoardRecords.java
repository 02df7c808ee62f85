package org.fourleaf.boards;

import java.util.List;
import org.fourleaf.game.PersonalRecords;
import org.springframework.stereotype.Component;

@Component
class BoardRecords implements PersonalRecords {

    @Override
    public List<Table> tables() {
        return List.of(Table.of("left_boards", "board_absence", "agent_id"));
    }
}
