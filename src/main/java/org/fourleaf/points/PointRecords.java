package org.fourleaf.points;

import java.util.List;
import org.fourleaf.game.PersonalRecords;
import org.springframework.stereotype.Component;

@Component
class PointRecords implements PersonalRecords {

    @Override
    public List<Table> tables() {
        return List.of(
                Table.of("points", "point_entry", "agent_id"), Table.of("points_by_day", "point_day", "agent_id"));
    }
}
