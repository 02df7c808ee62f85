package org.fourleaf.tickets;

import org.fourleaf.departments.Departments;
import org.fourleaf.people.Agents;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.web.Page;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What an agent has in hand, over HTTP. */
@RestController
class HeldTicketsController {

    private final HeldTicketsQuery query;
    private final Agents agents;
    private final Departments departments;

    HeldTicketsController(HeldTicketsQuery query, Agents agents, Departments departments) {
        this.query = query;
        this.agents = agents;
        this.departments = departments;
    }

    /** By status, counted up to a thousand each; those the caller may not see are left out. */
    @GetMapping("/api/v1/agents/{agent}/tickets")
    @Transactional(readOnly = true)
    public Page<HeldTicketsQuery.Held> held(Actor by, @PathVariable String agent) {
        return new Page<>(query.of(by.workspace(), agents.readable(by, agent).id(), departments.seenBy(by)), null);
    }
}
