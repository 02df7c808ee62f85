package org.fourleaf.departments;

import java.util.Set;
import java.util.UUID;
import org.fourleaf.people.PresenceOversight;
import org.fourleaf.platform.Actor;
import org.springframework.stereotype.Component;

/** Leads look after the members of their departments. */
@Component
class LeadsOversight implements PresenceOversight {

    private final MemberStore members;

    LeadsOversight(MemberStore members) {
        this.members = members;
    }

    @Override
    public Set<UUID> overseenBy(Actor by) {
        return by.isAgent() ? members.ledBy(by.workspace(), by.agentId()) : Set.of();
    }
}
