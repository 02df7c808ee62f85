package org.fourleaf.game;

import java.util.List;
import org.springframework.stereotype.Component;

@Component
class ActRecords implements PersonalRecords {

    @Override
    public List<Table> tables() {
        return List.of(Table.of("acts_by_day", "act_day", "agent_id"));
    }
}
