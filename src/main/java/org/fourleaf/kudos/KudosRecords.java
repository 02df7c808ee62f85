package org.fourleaf.kudos;

import java.util.List;
import org.fourleaf.game.PersonalRecords;
import org.springframework.stereotype.Component;

@Component
class KudosRecords implements PersonalRecords {

    @Override
    public List<Table> tables() {
        return List.of(
                Table.of("kudos", "kudos", "from_id", "to_id"), Table.of("kudos_by_month", "kudos_month", "agent_id"));
    }
}
