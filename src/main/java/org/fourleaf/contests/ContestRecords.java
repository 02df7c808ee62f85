package org.fourleaf.contests;

import java.util.List;
import org.fourleaf.game.PersonalRecords;
import org.springframework.stereotype.Component;

@Component
class ContestRecords implements PersonalRecords {

    @Override
    public List<Table> tables() {
        return List.of(
                Table.of("contest_results", "contest_result", "participant_id"),
                Table.of("contest_prizes", "contest_winner", "agent_id"));
    }
}
