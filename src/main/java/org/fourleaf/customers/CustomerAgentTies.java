package org.fourleaf.customers;

import java.util.List;
import org.fourleaf.people.AgentTie;
import org.fourleaf.people.AgentTies;
import org.springframework.stereotype.Component;

/** Who had customers merged or erased is an id. */
@Component
class CustomerAgentTies implements AgentTies {

    @Override
    public List<AgentTie> ties() {
        return List.of(
                AgentTie.kept("customer_work", "asked_by", "an id"),
                AgentTie.kept("company_work", "asked_by", "an id"));
    }
}
