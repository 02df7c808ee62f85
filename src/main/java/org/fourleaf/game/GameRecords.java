package org.fourleaf.game;

import java.util.List;
import org.springframework.stereotype.Component;

@Component
class GameRecords implements PersonalRecords {

    @Override
    public List<Table> tables() {
        return List.of(
                Table.of("badges", "badge_award", "agent_id"),
                Table.of("levels", "level_grant", "agent_id"),
                Table.of("level_checks", "level_check", "agent_id"),
                Table.of("points", "point_entry", "agent_id"),
                Table.of("points_by_day", "point_day", "agent_id"),
                Table.of("acts_by_day", "act_day", "agent_id"),
                Table.of("draws_won", "draw_secret", "winner_id"),
                Table.of("pasts_played", "badge_play", "asked_by"),
                Table.of("left_boards", "board_absence", "agent_id"));
    }
}
