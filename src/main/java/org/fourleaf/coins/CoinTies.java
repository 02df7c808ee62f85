package org.fourleaf.coins;

import java.util.List;
import org.fourleaf.people.AgentTie;
import org.fourleaf.people.AgentTies;
import org.springframework.stereotype.Component;

/** The ledger keeps its entries; why an erased agent was granted some goes. */
@Component
class CoinTies implements AgentTies {

    @Override
    public List<AgentTie> ties() {
        return List.of(
                AgentTie.unset("coin_entry", "agent_id", "reason"),
                AgentTie.kept("coin_entry", "by_id", "who granted, by an id"),
                AgentTie.kept("coin_balance", "agent_id", "the sum of the ledger"),
                AgentTie.unnamed("coin_entry", "reason"));
    }
}
