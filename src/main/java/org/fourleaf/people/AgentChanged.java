package org.fourleaf.people;

import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** An agent was edited. @param fields what changed, by name; the values stay in the agent's row */
@Records(ActivityKind.AGENT_CHANGED)
public record AgentChanged(UUID agent, List<String> fields) implements Fact {

    public AgentChanged {
        fields = List.copyOf(fields);
    }
}
