package org.fourleaf.coins;

import java.util.List;
import org.fourleaf.game.PersonalRecords;
import org.springframework.stereotype.Component;

@Component
class CoinRecords implements PersonalRecords {

    @Override
    public List<Table> tables() {
        return List.of(
                Table.of("coins", "coin_entry", "agent_id", "by_id"),
                Table.of("coin_balance", "coin_balance", "agent_id"));
    }
}
