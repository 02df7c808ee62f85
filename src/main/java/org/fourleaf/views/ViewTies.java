package org.fourleaf.views;

import java.util.List;
import org.fourleaf.people.AgentTie;
import org.fourleaf.people.AgentTies;
import org.springframework.stereotype.Component;

/** Views an erased agent had for themselves go; those others work with stay. */
@Component
class ViewTies implements AgentTies {

    @Override
    public List<AgentTie> ties() {
        return List.of(
                AgentTie.removed("saved_view", "owner_id").where("t.sharing = " + Sharing.PRIVATE.code()),
                AgentTie.kept("saved_view", "owner_id", "others work with it"),
                AgentTie.removed("view_place", "agent_id"),
                AgentTie.removed("view_share", "target_id").where("t.kind = 1"));
    }
}
