package org.fourleaf.game;

import java.util.List;
import org.fourleaf.people.AgentTie;
import org.fourleaf.people.AgentTies;
import org.springframework.stereotype.Component;

/** Points, levels, badges, draws and boards keep their sums: an erased agent is an id in them. */
@Component
class GameTies implements AgentTies {

    private static final String LEDGER = "ledgers and boards keep their sums, by an id";

    @Override
    public List<AgentTie> ties() {
        return List.of(
                AgentTie.kept("badge_award", "agent_id", LEDGER),
                AgentTie.kept("level_grant", "agent_id", LEDGER),
                AgentTie.kept("point_entry", "agent_id", LEDGER),
                AgentTie.kept("point_day", "agent_id", LEDGER),
                AgentTie.kept("act_day", "agent_id", LEDGER),
                AgentTie.kept("draw_secret", "winner_id", "a draw can be checked for ever"),
                AgentTie.kept("draw_secret", "candidates", "a draw can be checked for ever"),
                AgentTie.kept("badge_play", "asked_by", "an id"),
                AgentTie.kept("board_absence", "agent_id", "who left the boards stays off them"),
                AgentTie.removed("level_check", "agent_id"));
    }
}
