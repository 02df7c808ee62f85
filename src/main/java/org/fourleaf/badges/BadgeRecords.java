package org.fourleaf.badges;

import java.util.List;
import org.fourleaf.game.PersonalRecords;
import org.springframework.stereotype.Component;

@Component
class BadgeRecords implements PersonalRecords {

    @Override
    public List<Table> tables() {
        return List.of(
                Table.of("badges", "badge_award", "agent_id"),
                Table.of("draws_won", "draw_secret", "winner_id"),
                Table.of("pasts_played", "badge_play", "asked_by"));
    }
}
