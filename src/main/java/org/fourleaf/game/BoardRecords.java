package org.fourleaf.game;

import java.util.List;
import org.springframework.stereotype.Component;

@Component
class BoardRecords implements PersonalRecords {

    @Override
    public List<Table> tables() {
        return List.of(Table.of("left_boards", "board_absence", "agent_id"));
    }
}
