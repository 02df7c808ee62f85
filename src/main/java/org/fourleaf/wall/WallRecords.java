package org.fourleaf.wall;

import java.util.List;
import org.fourleaf.game.PersonalRecords;
import org.springframework.stereotype.Component;

@Component
class WallRecords implements PersonalRecords {

    @Override
    public List<Table> tables() {
        return List.of(
                Table.of("wall", "wall_entry", "agent_id", "by_id"),
                Table.of("wall_likes", "wall_like", "agent_id"),
                Table.of("wall_comments", "wall_comment", "agent_id"));
    }
}
