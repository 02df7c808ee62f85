package org.fourleaf.people;

import java.util.List;
import org.springframework.stereotype.Component;

/** What the row itself says of an erased agent goes in the transaction that erases them. */
@Component
class PeopleTies implements AgentTies {

    @Override
    public List<AgentTie> ties() {
        return List.of(
                AgentTie.removed("agent_avatar", "agent_id"),
                AgentTie.removed("agent_presence", "agent_id"),
                AgentTie.removed("idempotency", "actor_id"),
                AgentTie.kept("agent_erasure", "agent_id", "says that it was done, without a name"),
                AgentTie.kept("agent_erasure", "asked_by", "an id"),
                AgentTie.kept("log", "agent_id", "the log is never changed; it holds ids, and figures are made of it"),
                AgentTie.kept("log", "by_id", "the audit log stays as it was sealed"));
    }
}
