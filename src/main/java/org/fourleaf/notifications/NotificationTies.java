package org.fourleaf.notifications;

import java.util.List;
import org.fourleaf.people.AgentTie;
import org.fourleaf.people.AgentTies;
import org.springframework.stereotype.Component;

/** What an erased agent was told goes, and how they liked to be told. */
@Component
class NotificationTies implements AgentTies {

    @Override
    public List<AgentTie> ties() {
        return List.of(
                AgentTie.removed("notification", "agent_id"),
                AgentTie.kept("notification", "by_id", "others are told what happened"),
                AgentTie.kept("notification", "from_agent_id", "others are told whose tickets they got"),
                AgentTie.removed("notification_setting", "agent_id"));
    }
}
